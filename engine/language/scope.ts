// What a template, formula or condition may see: the values, and the clock, place and chance it is given.
import type { JsonObject } from '@bellwire/model/json.ts';

export type Scope = {
  /** What paths read: `{{contact.name}}` is `data.contact.name`. */
  readonly data: JsonObject;
  /** The time of this advance, UTC ISO-8601. There is no other clock, so a replay gives the same answer. */
  readonly now: string;
  /** IANA time zone in which dates are shown, e.g. the contact's. An unknown zone counts as UTC. */
  readonly zone: string;
  /** BCP 47 tag by which numbers and month names are written. An unknown one counts as English. */
  readonly locale: string;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
};
