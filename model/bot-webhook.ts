// A webhook of a bot: its owner says what comes in, whom it is about, and which flow runs.
import { receivingSchema } from './webhook.ts';

const usualContact = { ns: '$.body.user_ns', email: '$.body.email', phone: '$.body.phone' };

/** As an app's, but there is always somebody it is about, and no app whose connection could hold the secret. */
export const botReceivingSchema = receivingSchema
  .omit({ contact: true })
  .extend({ contact: receivingSchema.shape.contact.unwrap().default(usualContact) })
  .refine(({ signature }) => signature.is === 'none' || signature.secretInput === undefined, {
    path: ['signature', 'secretInput'],
    error: 'A bot has no auth inputs. Leave this out: the secret is entered beside the address.',
  })
  .refine(({ contact }) => contact.customerId === undefined && contact.channelUserId === undefined, {
    path: ['contact'],
    error: 'A bot knows its contacts by public id, e-mail and phone. Use one of these.',
  });
