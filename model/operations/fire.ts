// Firing a trigger: one event, many, and in the reference system's shape.
import { z } from 'zod';
import { firedStatuses } from '../event.ts';
import { identitiesSchema } from '../identity.ts';
import { jsonSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { problemCodes } from '../problem.ts';
import { complaintView } from './views.ts';

export const firedView = z.object({
  eventId: z.uuid(),
  /** Of a `duplicate` the id is that of the first. */
  status: z.enum(firedStatuses),
  /** Subscriptions that were on when the event was accepted, and those that were off. */
  listeners: z.int(),
  listenersOff: z.int(),
  says: z.string(),
});

const contactSchema = z.union([z.string().min(1).max(40), identitiesSchema]);

export const itemsSchema = z.record(z.string(), jsonSchema);

/** Of one firing, or of a batch: what fires often stays small. */
const maxBodyBytes = 256 * 1024;

export const fireOperations = {
  fireTrigger: operation({
    method: 'POST',
    path: '/api/events',
    maxBodyBytes,
    group: 'events',
    about: "Fires a trigger of the app whose install's key is used. Accepted means on disk.",
    who: 'install',
    scope: 'triggers:fire',
    input: z.object({
      trigger: z.string().min(1).max(60),
      /** The contact, by its public id, or by what else it is known by. */
      contact: contactSchema,
      items: itemsSchema.default({}),
      /** The same key with the same body within 30 days is taken once; with another body it is refused. */
      idempotencyKey: z.string().min(1).max(255).optional(),
    }),
    output: firedView,
    status: 202,
    problems: ['unknown-trigger', 'contract-mismatch', 'key-reused', 'body-too-large', 'too-many-requests'],
  }),
  fireTriggers: operation({
    method: 'POST',
    path: '/api/events/batch',
    maxBodyBytes,
    group: 'events',
    about: 'Fires up to 100 triggers; each has its own result, in the same order.',
    who: 'install',
    scope: 'triggers:fire',
    input: z.object({
      events: z
        .array(
          z.strictObject({
            trigger: z.string().min(1).max(60),
            contact: contactSchema,
            items: itemsSchema.default({}),
            idempotencyKey: z.string().min(1).max(255).optional(),
          }),
        )
        .min(1)
        .max(100),
    }),
    output: z.object({
      results: z.array(
        z.union([
          firedView,
          z.object({
            status: z.literal('refused'),
            problem: z.enum(problemCodes),
            says: z.string(),
            complaints: z.array(complaintView),
          }),
        ]),
      ),
    }),
    status: 202,
  }),
  appTrigger: operation({
    method: 'POST',
    path: '/api/subscriber/app-trigger',
    maxBodyBytes,
    group: 'events',
    about: "Fires a trigger in the shape of the reference system's API.",
    who: 'key',
    scope: 'triggers:fire',
    input: z.object({
      user_ns: z.string().min(1).max(40),
      /** With a key of the workspace: `app.trigger`, where one install of the app is there. */
      trigger_name: z.string().min(1).max(121),
      context: itemsSchema.default({}),
    }),
    output: z.object({ status: z.literal('ok'), event_id: z.uuid(), result: firedView }),
    status: 202,
    problems: ['unknown-trigger', 'contract-mismatch', 'key-reused', 'body-too-large', 'too-many-requests'],
  }),
};
