// Bots and their user fields.
import { z } from 'zod';
import { labelSchema, nameSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { valueTypeSchema } from '../value-type.ts';

const botView = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  /** The public part of the address of its web chat. */
  publicId: z.string(),
  greeting: z.string(),
  timeZone: z.string(),
  /** Runs when a contact says something that no keyword answers. */
  mainFlowId: z.uuid().nullable(),
  contacts: z.int(),
  createdAt: z.iso.datetime(),
});

const userFieldView = z.object({
  name: z.string(),
  label: z.string(),
  type: valueTypeSchema,
  description: z.string(),
});

const botId = z.uuid();
const botName = z.string().trim().min(1).max(100);

export const botOperations = {
  listBots: operation({
    method: 'GET',
    path: '/api/bots',
    group: 'bots',
    about: 'The bots of the workspace.',
    who: 'viewer',
    scope: 'bots:read',
    input: nothing,
    output: z.object({ rows: z.array(botView) }),
  }),
  createBot: operation({
    method: 'POST',
    path: '/api/bots',
    group: 'bots',
    about: 'Makes a bot with a web chat.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      name: botName,
      greeting: z.string().max(500).default(''),
      timeZone: z.string().max(60).default('UTC'),
    }),
    output: botView,
    status: 201,
  }),
  getBot: operation({
    method: 'GET',
    path: '/api/bots/{botId}',
    group: 'bots',
    about: 'One bot.',
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: botView,
    problems: ['not-found'],
  }),
  updateBot: operation({
    method: 'PATCH',
    path: '/api/bots/{botId}',
    group: 'bots',
    about: 'Changes the name, greeting, time zone or main flow.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      botId,
      name: botName.optional(),
      greeting: z.string().max(500).optional(),
      timeZone: z.string().max(60).optional(),
      mainFlowId: z.uuid().nullable().optional(),
    }),
    output: botView,
    problems: ['not-found'],
  }),
  listUserFields: operation({
    method: 'GET',
    path: '/api/bots/{botId}/user-fields',
    group: 'bots',
    about: "The bot's user fields.",
    who: 'viewer',
    scope: 'bots:read',
    input: z.object({ botId }),
    output: z.object({ rows: z.array(userFieldView) }),
    problems: ['not-found'],
  }),
  createUserField: operation({
    method: 'POST',
    path: '/api/bots/{botId}/user-fields',
    group: 'bots',
    about: 'Makes a user field.',
    who: 'builder',
    scope: 'bots:write',
    input: z.object({
      botId,
      label: labelSchema,
      name: nameSchema.optional(),
      type: valueTypeSchema,
      description: z.string().max(500).default(''),
    }),
    output: userFieldView,
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
};
