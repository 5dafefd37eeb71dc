// The bots of a workspace: listed, made, changed.
import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { botOperations } from '@bellwire/model/operations/bots.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { definitionsChanged } from '../database/definitions-changed.ts';
import type { Tables } from '../database/tables.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handlers } from '../http/handler.ts';
import { timeZoneComplaints } from './time-zone.ts';

type BotView = OutputOf<'getBot'>;

export const botRowHandlers: Pick<
  Handlers<keyof typeof botOperations>,
  'listBots' | 'createBot' | 'getBot' | 'updateBot'
> = {
  async listBots(_input, context) {
    return { rows: await context.inWorkspace((tx) => readBots(tx)) };
  },

  async createBot({ name, greeting, timeZone }, context) {
    refuseTimeZone(timeZone);
    return context.inWorkspace(async (tx) => {
      const id = uuidV7();
      const row = {
        id,
        workspace_id: context.workspaceId,
        name,
        greeting,
        time_zone: timeZone,
        public_id: newPublicId(),
      };
      await tx.insertInto('bot').values(row).execute();
      await definitionsChanged(tx, context.workspaceId);
      return getBot(tx, id);
    });
  },

  async getBot({ botId }, context) {
    return context.inWorkspace((tx) => getBot(tx, botId));
  },

  async updateBot({ botId, name, greeting, timeZone, mainFlowId }, context) {
    refuseTimeZone(timeZone);
    return context.inWorkspace(async (tx) => {
      await getBot(tx, botId);
      if (typeof mainFlowId === 'string') await refuseForeignFlow(tx, botId, mainFlowId);
      const set = { name, greeting, time_zone: timeZone, main_flow_id: mainFlowId };
      if (Object.values(set).some((value) => value !== undefined)) {
        await tx.updateTable('bot').set(set).where('id', '=', botId).execute();
        await definitionsChanged(tx, context.workspaceId);
      }
      return getBot(tx, botId);
    });
  },
};

/** @throws ProblemError `not-found` */
export async function getBot(tx: Transaction<Tables>, botId: string): Promise<BotView> {
  const [bot] = await readBots(tx, botId);
  if (bot === undefined)
    throw new ProblemError('not-found', { says: 'There is no such bot in this workspace.' });
  return bot;
}

async function readBots(tx: Transaction<Tables>, botId?: string): Promise<BotView[]> {
  let query = tx
    .selectFrom('bot')
    .select(['id', 'number', 'name', 'public_id', 'greeting', 'time_zone', 'main_flow_id', 'created_at'])
    .select((bot) =>
      bot
        .selectFrom('contact')
        .select((contact) => contact.fn.countAll<number>().as('count'))
        .whereRef('contact.bot_id', '=', 'bot.id')
        .$asScalar()
        .as('contacts'),
    )
    .orderBy('bot.number');
  if (botId !== undefined) query = query.where('id', '=', botId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    publicId: row.public_id,
    greeting: row.greeting,
    timeZone: row.time_zone,
    mainFlowId: row.main_flow_id,
    contacts: row.contacts ?? 0,
    createdAt: row.created_at,
  }));
}

async function refuseForeignFlow(tx: Transaction<Tables>, botId: string, flowId: string): Promise<void> {
  const flow = await tx
    .selectFrom('flow')
    .select('id')
    .where('id', '=', flowId)
    .where('bot_id', '=', botId)
    .executeTakeFirst();
  if (flow !== undefined) return;
  const says = 'This bot has no such flow. Choose one of its own flows, or null for none.';
  throw new ProblemError('bad-input', { complaints: [{ path: ['mainFlowId'], says }] });
}

function refuseTimeZone(timeZone: string | undefined): void {
  const complaints = timeZoneComplaints(timeZone);
  if (complaints.length > 0) throw new ProblemError('bad-input', { complaints });
}

/** Stands in the address of the bot's web chat: 96 bits, so that bots cannot be found by trying. */
function newPublicId(): string {
  return randomBytes(12).toString('base64url');
}
