// What a command of the command line is: its words for the help, its options, and what it does.
import type { parseArgs } from 'node:util';
import type { Client } from '../client.ts';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export interface Invocation {
  readonly baseUrl: string;
  readonly key: string;
  readonly client: Client;
  readonly words: readonly string[];
  /** Of options that were given; a switch is `true`. */
  readonly values: Readonly<Record<string, string | true>>;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  print(line: string): void;
  /** For what is not the result itself: a lost connection, a hint. */
  note(line: string): void;
}

export interface Command {
  readonly name: string;
  readonly about: string;
  /** What stands behind the name: `<trigger> --contact <id>`. */
  readonly usage: string;
  readonly options: Options;
  /** It asks no server, so that no key is wanted. */
  readonly isLocal?: true;
  run(invocation: Invocation): Promise<void>;
}

/** What was typed cannot be carried out; the words say what to type instead. */
export class UsageError extends Error {
  constructor(says: string) {
    super(says);
    this.name = 'UsageError';
  }
}

/** @throws UsageError where it was given as a switch. */
export function textOption(values: Invocation['values'], name: string): string | undefined {
  const value = values[name];
  if (value === true) throw new UsageError(`--${name} wants a value.`);
  return value;
}
