// What a contact is known by outside: each kind with one way to write it, so that two spellings of one thing are equal.
import { z } from 'zod';

/** From the surest to the least sure. `customerId` is the app's own id of its customer, so it is known per install. */
export const identityKinds = ['customerId', 'channelUserId', 'email', 'phone'] as const;
export type IdentityKind = (typeof identityKinds)[number];

export interface Identity {
  readonly kind: IdentityKind;
  /** In its normal form. */
  readonly value: string;
}

/** A public id that is no contact's is linked to one by hand, as an identity is. */
export interface AnyIdentity {
  readonly kind: IdentityKind | 'ns';
  readonly value: string;
}

/** How an event names its contact: by the public id, or by what else it is known by, in normal form and the surest first. */
export type ContactRef = string | readonly Identity[];

export function asIdentities(contact: ContactRef): readonly AnyIdentity[] {
  return typeof contact === 'string' ? [{ kind: 'ns', value: contact }] : contact;
}

/** What an event brings in place of a contact's public id; several name the same person. */
export const identitiesSchema = z
  .strictObject({
    customerId: z.string().trim().min(1).max(200).optional(),
    channelUserId: z.string().trim().min(1).max(200).optional(),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .max(40)
      .refine((phone) => isPhone(normalPhone(phone)), {
        error: 'A phone number is expected, such as +49 30 1234567.',
      })
      .optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: `Name the contact by at least one of ${identityKinds.join(', ')}.`,
  });

export type GivenIdentities = z.output<typeof identitiesSchema>;

const normal: Readonly<Record<IdentityKind, (value: string) => string>> = {
  customerId: (value) => value.trim(),
  channelUserId: (value) => value.trim(),
  email: normalEmail,
  phone: normalPhone,
};

/** In normal form, the surest first. */
export function identitiesOf(given: GivenIdentities): Identity[] {
  return identityKinds.flatMap((kind) => {
    const value = given[kind];
    return value === undefined ? [] : [{ kind, value: normal[kind](value) }];
  });
}

/** Mail hosts could tell capital letters apart, but none does; people do not either. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * E.164 as far as that can be known without the country: digits, and a plus where the number begins with one or with 00.
 * What is no number stays as it was written.
 *
 * @example normalPhone('0049 (30) 123-4567') // '+49301234567'
 */
export function normalPhone(phone: string): string {
  const bare = phone.replaceAll(/[\s().\-/\u2010-\u2015]/g, '').replace(/^00/, '+');
  return isPhone(bare) ? bare : phone.trim();
}

function isPhone(bare: string): boolean {
  return /^\+?\d{4,15}$/.test(bare);
}

const kindWords: Readonly<Record<AnyIdentity['kind'], string>> = {
  ns: 'contact',
  customerId: 'customer id',
  channelUserId: 'channel user id',
  email: 'e-mail',
  phone: 'phone',
};

/** @example sayIdentities([{ kind: 'email', value: 'ada@example.com' }]) // 'e-mail ada@example.com' */
export function sayIdentities(identities: readonly AnyIdentity[]): string {
  return identities.map(({ kind, value }) => `${kindWords[kind]} ${value}`).join(', ');
}

/** As a list shows it: the public id as it is, anything else with its kind. */
export function sayContact(contact: ContactRef): string {
  return typeof contact === 'string' ? contact : sayIdentities(contact);
}

/** What is done with an identity that is not linked to a contact yet. */
export const contactPolicies = ['unmatched', 'match', 'match-or-create'] as const;
export type ContactPolicy = (typeof contactPolicies)[number];
