// Whom a call is about, as a form holds it: a path for each way in which a contact is named.
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { receivingSchema } from '@bellwire/model/webhook.ts';
import { objectOf, path, text, type ReceivingGroup } from './receiving-group.ts';

export const contactSchema = receivingSchema.pick({ contact: true });

const contactFields = {
  ns: { ...path, label: 'Public id of the contact', placeholder: '$.query.user' },
  email: { ...path, label: 'E-mail', placeholder: '$.body.customer.email' },
  phone: { ...path, label: 'Phone', placeholder: '$.body.customer.phone' },
} as const satisfies SettingFields;

const appContactFields = {
  ...contactFields,
  customerId: { ...path, label: "The service's id of its customer", placeholder: '$.body.customer.id' },
  channelUserId: { ...path, label: 'Id in a channel' },
} as const satisfies SettingFields;

export function contactGroup(of: 'app' | 'bot'): ReceivingGroup<'contact'> {
  return {
    keys: ['contact'],
    title: 'Whom it is about',
    about:
      of === 'app'
        ? 'A JSONPath for each way in which the call names the contact. All empty: the flow runs for nobody.'
        : 'The public id is asked for first, then e-mail and phone. Who is not known by them is made.',
    fields: of === 'app' ? appContactFields : contactFields,
    toForm: ({ contact }) => objectOf(contact),
    fromForm: (form) => {
      const paths = Object.entries(form).filter(([, value]) => text(value) !== '');
      return paths.length === 0 ? {} : { contact: Object.fromEntries(paths) };
    },
  };
}
