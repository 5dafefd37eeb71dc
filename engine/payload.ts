// What a button sends back: where the flow goes on, and a value that the button stands for, sealed so that nobody else can make one up.
import type { ContactState } from '@bellwire/model/contact.ts';
import { isJsonObject, parseJson } from '@bellwire/model/json.ts';
import type { FlowRef } from '@bellwire/model/run.ts';
import type { Write } from '@bellwire/model/step-type.ts';
import { coerce } from './language/value.ts';
import type { BotWorld, World } from './world.ts';

export interface Press {
  readonly flowId: string;
  readonly version: number;
  readonly step: string;
  readonly exit: string;
  /** To be written to the contact before the flow goes on. */
  readonly writes: Write | null;
}

interface Place {
  readonly flow: FlowRef;
  readonly step: string;
  readonly exit: string;
}

type Sealing = Pick<World, 'ids'>;

/** Empty in an app's flow, which speaks to nobody. */
export function writePayload(
  world: Sealing,
  contact: ContactState | null,
  { flow, step, exit }: Place,
  writes?: Write,
): string {
  if (flow.is !== 'bot') return '';
  const goal = `go:${flow.flowId}:${flow.version}:${step}:${exit}`;
  if (writes === undefined) return goal;
  const json = JSON.stringify(writes);
  return `${goal}|${seal(world, contact, goal, json)}|${json}`;
}

/** Null for what is no payload of ours: then it is not more than what the contact has said. */
export function readPayload(world: Sealing, contact: ContactState | null, payload: string): Press | null {
  const [goal = '', sealed, ...rest] = payload.split('|');
  const json = rest.join('|');
  const [, flowId, version, step, exit] = GOAL.exec(goal) ?? [];
  if (flowId === undefined || version === undefined || step === undefined || exit === undefined) return null;
  const place = { flowId, version: Number(version), step, exit };
  if (sealed === undefined) return { ...place, writes: null };
  return sealed === seal(world, contact, goal, json) ? { ...place, writes: readWrite(json) } : null;
}

/** What a pressed button says to a question: what it stands for, unless that is a place in a flow. */
export function answerOf({
  text,
  payload,
}: {
  readonly text: string;
  readonly payload: string | null;
}): string {
  return payload === null || GOAL.test(payload) ? text : payload;
}

/** The contact with what the button stands for in its field; unchanged where it does not fit the field. */
export function withPressed(
  contact: ContactState,
  bot: Pick<BotWorld, 'userFields'> | null,
  { writes }: Press,
) {
  const name = writes?.to.startsWith('user.') === true ? writes.to.slice('user.'.length) : undefined;
  const type = name === undefined ? undefined : bot?.userFields.get(name);
  if (writes === null || name === undefined || type === undefined) return contact;
  const coerced = coerce(writes.value, type);
  return coerced.ok ? { ...contact, fields: { ...contact.fields, [name]: coerced.value } } : contact;
}

const GOAL = /^go:([0-9a-f-]{36}):(\d+):([A-Za-z0-9_-]+):(.+)$/s;

/** Of this contact: what is offered to one is not for another. */
function seal({ ids }: Sealing, contact: ContactState | null, goal: string, json: string): string {
  return ids.token(`payload:${contact?.id ?? ''}:${goal}:${json}`);
}

function readWrite(json: string): Write | null {
  const parsed = parseJson(json);
  const { to, value } = parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
  return typeof to === 'string' && value !== undefined ? { to, value } : null;
}
