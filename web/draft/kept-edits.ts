// Keeps edits that are not confirmed yet in this browser, so that a reload, a crash or a lost server takes nothing.
import type { Unsent } from './draft-door.ts';

/** What is kept for one thing that is edited, apart for each window: two windows are two people to the draft. */
export interface KeptEdits<Document> {
  keep(unsent: Unsent<Document> | undefined): void;
  /** Those of this window, and of windows that are gone. */
  take(): Promise<readonly Unsent<Document>[]>;
}

const PREFIX = 'bellwire.unsent';

/**
 * @param about what is edited: `flow 0190…`
 * @param read reads what was kept, by an older version of the page perhaps; undefined for what it cannot read
 */
export function keptEdits<Document>(
  about: string,
  read: (kept: unknown) => Unsent<Document> | undefined,
): KeptEdits<Document> {
  const own = `${PREFIX} ${about} ${windowId()}`;
  const parse = (key: string) => {
    try {
      return read(JSON.parse(localStorage.getItem(key) ?? 'null'));
    } catch {
      return undefined;
    }
  };
  return {
    keep: (unsent) => {
      try {
        if (unsent === undefined) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify(unsent));
      } catch {
        // The browser keeps nothing, or has no room left: then the window asks before it closes, as it did before.
      }
    },
    take: async () => {
      const keys = [own, ...(await keysOfGone(`${PREFIX} ${about} `))].filter(
        (key, at, all) => all.indexOf(key) === at,
      );
      const found = keys.flatMap((key) => parse(key) ?? []);
      for (const key of keys) if (key !== own) localStorage.removeItem(key);
      return found;
    },
  };
}

/** Stays through a reload, and is held by a lock for as long as the window lives. */
let ownId: string | undefined;

function windowId(): string {
  if (ownId !== undefined) return ownId;
  const key = `${PREFIX} window`;
  const id = sessionStorage.getItem(key) ?? crypto.getRandomValues(new Uint32Array(2)).join('');
  sessionStorage.setItem(key, id);
  void lockApi()?.request(lockName(id), async () => await new Promise(() => undefined));
  ownId = id;
  return id;
}

/** The keys of windows that are closed. Where the browser cannot say, they stay until they are opened again. */
async function keysOfGone(prefix: string): Promise<string[]> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  const held = keys.length === 0 ? undefined : (await lockApi()?.query())?.held;
  const alive = new Set(held?.map(({ name }) => name));
  return held === undefined ? [] : keys.filter((key) => !alive.has(lockName(key.slice(prefix.length))));
}

function lockName(id: string): string {
  return `${PREFIX} ${id}`;
}

/** Only pages from https or localhost have locks. */
function lockApi(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined;
}
