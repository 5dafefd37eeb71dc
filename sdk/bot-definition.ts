// A bot as one plain document: its user fields, flows and subscriptions, as a file in git holds them.
import { z } from 'zod';
import { operations } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';

const { createBot, createFlow, createSubscription, createUserField } = operations;

const botDefinitionSchema = z.strictObject({
  ...createBot.input.shape,
  /** The name of the flow that runs when a contact says something that no keyword answers. */
  mainFlow: z.string().optional(),
  userFields: z
    .array(z.strictObject({ ...createUserField.input.omit({ botId: true }).shape, name: z.string() }))
    .default([]),
  flows: z.array(z.strictObject(createFlow.input.omit({ botId: true }).shape)).default([]),
  subscriptions: z
    .array(
      z.strictObject({
        ...createSubscription.input.omit({ botId: true, flowId: true }).shape,
        /** The name of the flow that an event starts. */
        flow: z.string(),
      }),
    )
    .default([]),
});

export type BotDefinition = z.infer<typeof botDefinitionSchema>;

/**
 * Reads a bot from JSON. Installs have other ids on every server, so the text names them by their app:
 * `$install:acme-pay` stands for the id given for `acme-pay`.
 *
 * @throws ProblemError `bad-input`, with a complaint for each place.
 * @example readBotDefinition(text, { 'acme-pay': install.id })
 */
export function readBotDefinition(text: string, installIds: Readonly<Record<string, string>>): BotDefinition {
  const filled = text.replaceAll(
    /\$install:([a-z0-9_-]+)/g,
    (place, app: string) => installIds[app] ?? place,
  );
  const read = botDefinitionSchema.safeParse(parse(filled));
  if (read.success) return read.data;
  const complaints = read.error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'number' ? part : String(part))),
    says: message,
  }));
  const says = complaints.map((complaint) => `${complaint.path.join('.')}: ${complaint.says}`).join(' ');
  throw new ProblemError('bad-input', { says: `The text is no bot: ${says}`, complaints });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('bad-json', { cause });
  }
}
