// Remembers for two seconds what a secret token stands for: under load the database is rarely asked.
import { ProblemError } from '@bellwire/model/problem.ts';

/** What was found of one token. */
export interface FoundToken<Holder> {
  readonly answer: Holder | ProblemError;
  /** Of the token itself and of what it belongs to: by any of them it is forgotten. */
  readonly ids: readonly (string | null)[];
  /** Until it expires. */
  readonly msLeft: number;
}

export interface TokenMemory<Holder> {
  /** At once where the token is remembered; a promise where the database has to be asked. */
  ask(token: string): Holder | ProblemError | Promise<Holder | ProblemError>;
  /** To be called after the commit. Other processes follow within two seconds. */
  forget(id: string): void;
}

export const memoryMs = 2000;
const mostRemembered = 10_000;

/** @param find A problem where there is no such token: those are not remembered, or guessing would drive the real ones out. */
export function tokenMemory<Holder>(
  find: (token: string) => Promise<FoundToken<Holder> | ProblemError>,
): TokenMemory<Holder> {
  const remembered = new Map<string, { found: FoundToken<Holder>; until: number }>();
  const asked = new Map<string, Promise<Holder | ProblemError>>();
  let timesForgotten = 0;

  async function askDatabase(token: string): Promise<Holder | ProblemError> {
    const before = timesForgotten;
    const found = await find(token);
    if (found instanceof ProblemError) return found;
    // What was read before something was forgotten may be what was to be forgotten.
    if (before === timesForgotten) {
      const [oldest] = remembered.keys();
      if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
      remembered.set(token, { found, until: Date.now() + Math.min(memoryMs, found.msLeft) });
    }
    return found.answer;
  }

  return {
    ask(token) {
      const known = remembered.get(token);
      if (known !== undefined && known.until > Date.now()) return known.found.answer;
      remembered.delete(token);
      const waiting = asked.get(token) ?? askDatabase(token).finally(() => asked.delete(token));
      asked.set(token, waiting);
      return waiting;
    },
    forget(id) {
      timesForgotten += 1;
      asked.clear();
      for (const [token, { found }] of remembered) if (found.ids.includes(id)) remembered.delete(token);
    },
  };
}
