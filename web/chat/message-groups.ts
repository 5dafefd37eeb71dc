// Puts what one side says in a row together, by day: each group has one face and one time.
import type { Message } from '@bellwire/model/message.ts';

export interface MessageGroup {
  /** Number of its first message: stays the same while the group grows. */
  readonly key: number;
  readonly from: Message['from'];
  readonly messages: readonly Message[];
  /** Set where another day begins. */
  readonly day: string | undefined;
}

const SAME_BREATH_MS = 5 * 60_000;

export function messageGroups(messages: readonly Message[], locale?: string): MessageGroup[] {
  const groups: (MessageGroup & { messages: Message[] })[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const isNewDay = before === undefined || dayOf(before) !== dayOf(message);
    const group = groups.at(-1);
    if (group !== undefined && !isNewDay && group.from === message.from && isSoonAfter(before, message)) {
      group.messages.push(message);
    } else {
      const day = isNewDay ? dayWords(new Date(message.sentAt), new Date(), locale) : undefined;
      groups.push({ key: message.seq, from: message.from, messages: [message], day });
    }
    before = message;
  }
  return groups;
}

/** "Today", "yesterday" in the reader's language, then the date. */
export function dayWords(day: Date, today: Date, locale?: string): string {
  const daysAgo = Math.round((midnight(today) - midnight(day)) / 86_400_000);
  if (daysAgo < 2) {
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day');
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  }
  const isThisYear = day.getFullYear() === today.getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(day);
}

function isSoonAfter(before: Message | undefined, { sentAt }: Message): boolean {
  return before !== undefined && Date.parse(sentAt) - Date.parse(before.sentAt) < SAME_BREATH_MS;
}

function dayOf({ sentAt }: Message): string {
  return new Date(sentAt).toDateString();
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
