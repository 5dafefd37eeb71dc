// What the page shows, and how each thing that happens changes it.
import type { ServerFrame } from '@bellwire/model/chat.ts';
import type { AnswerHint } from '@bellwire/model/content/answer-hint.ts';
import type { Message } from '@bellwire/model/message.ts';
import type { Unsent } from './unsent.ts';

/** A message of this visitor on its way into the conversation. */
export interface Pending extends Unsent {
  readonly is: 'waiting' | 'taken' | 'refused';
  /** It has come back as a message of the conversation, so it is shown as that. */
  readonly isBack: boolean;
  /** Why it was refused. */
  readonly says?: string;
}

export interface ChatState {
  readonly link: 'connecting' | 'open' | 'broken' | 'gone';
  /** Undefined until the server has first answered. */
  readonly bot:
    | { readonly name: string; readonly greeting: string; readonly mostCharacters: number }
    | undefined;
  readonly messages: readonly Message[];
  readonly pending: readonly Pending[];
  /** A file on its way to the server, or why it did not get there. */
  readonly upload: { readonly name: string; readonly says?: string } | undefined;
  /** The visitor has spoken and nobody has answered yet. */
  readonly expectsAnswer: boolean;
}

export const blankChat: ChatState = {
  link: 'connecting',
  bot: undefined,
  messages: [],
  pending: [],
  upload: undefined,
  expectsAnswer: false,
};

export function lastSeq({ messages }: ChatState): number {
  return messages.at(-1)?.seq ?? 0;
}

/** What the newest message asks for, as long as nothing has been said since. */
export function hintNow({ messages, pending }: ChatState): AnswerHint | undefined {
  const last = messages.at(-1);
  if (last === undefined || last.from === 'contact' || pending.some(({ isBack }) => !isBack))
    return undefined;
  return last.content.is === 'text' ? last.content.answer : undefined;
}

export function greeted(state: ChatState, ready: Extract<ServerFrame, { is: 'ready' }>): ChatState {
  const { greeting, mostCharacters, fresh, messages } = ready;
  const bot = { name: ready.bot.name, greeting, mostCharacters };
  const onItsWay = state.pending.filter(({ is }) => is !== 'taken');
  const before = fresh ? { ...state, messages: [], pending: onItsWay } : state;
  return received({ ...before, link: 'open', bot }, messages);
}

/** Takes the next messages; one that is there already changes nothing. */
export function received(state: ChatState, messages: readonly Message[]): ChatState {
  const next = messages.filter(({ seq }) => seq > lastSeq(state));
  if (next.length === 0) return state;
  return {
    ...state,
    messages: [...state.messages, ...next],
    pending: next.reduce(withoutReturned, state.pending),
    expectsAnswer: state.expectsAnswer && next.every(({ from }) => from === 'contact'),
  };
}

/**
 * The key of a message stays with the server, so what comes back is known by its words: the first of them on its way.
 * Until it was taken it is kept to be sent again, only no longer shown twice.
 */
function withoutReturned(pending: readonly Pending[], { from, content, seq }: Message): readonly Pending[] {
  if (from !== 'contact') return pending;
  const back = pending.find(
    (one) => isOf(one, content) && one.after < seq && !one.isBack && one.is !== 'refused',
  );
  if (back === undefined) return pending;
  return pending.flatMap((one) =>
    one !== back ? [one] : one.is === 'taken' ? [] : [{ ...one, isBack: true }],
  );
}

function isOf({ text, file }: Pending, content: Message['content']): boolean {
  if (content.is === 'text') return file === undefined && text === content.text;
  return 'url' in content && file === content.url;
}

/** Adds what is to be sent, unless it is there already. */
export function queued(state: ChatState, unsent: readonly Unsent[]): ChatState {
  const fresh = unsent.filter(({ key }) => state.pending.every((one) => one.key !== key));
  const added = fresh.map((one): Pending => ({ ...one, is: 'waiting', isBack: false }));
  // Kept ones may have reached the conversation before their page was closed.
  const pending = state.messages.reduce(withoutReturned, added);
  return fresh.length === 0 ? state : { ...state, pending: [...state.pending, ...pending] };
}

export function taken(state: ChatState, key: string): ChatState {
  const pending = state.pending.flatMap((one): Pending[] =>
    one.key !== key ? [one] : one.isBack ? [] : [{ ...one, is: 'taken' }],
  );
  const hasAnswer =
    state.pending.some((one) => one.key === key && one.isBack) && state.messages.at(-1)?.from !== 'contact';
  return { ...state, pending, expectsAnswer: !hasAnswer };
}

export function refused(state: ChatState, key: string, says: string): ChatState {
  const pending = state.pending.map((one): Pending =>
    one.key === key ? { ...one, is: 'refused', says } : one,
  );
  return { ...state, pending };
}

export function forgotten(state: ChatState, key: string): ChatState {
  return { ...state, pending: state.pending.filter((one) => one.key !== key) };
}
