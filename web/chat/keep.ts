// What this browser keeps of one bot's chat, shared by all its pages; in memory where a browser keeps nothing.

export interface Keep {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** All names that begin so. */
  names(start: string): string[];
  /** Calls back when another page has changed something here. */
  onOtherPage(changed: (name: string) => void): void;
}

/** In a frame, browsers keep this apart for each site that embeds it: it works without third-party cookies. */
export function browserKeep(bot: string): Keep {
  const prefix = `bellwire-chat/${bot}/`;
  const storage = usableStorage();
  const memory = new Map<string, string>();
  return {
    get: (name) => memory.get(name) ?? storage?.getItem(prefix + name) ?? undefined,
    set: (name, value) => {
      try {
        if (storage === undefined) memory.set(name, value);
        else storage.setItem(prefix + name, value);
      } catch {
        // The browser's room for this site is full.
        memory.set(name, value);
      }
    },
    remove: (name) => {
      memory.delete(name);
      storage?.removeItem(prefix + name);
    },
    names: (start) => [
      ...new Set(
        [...memory.keys(), ...storedNames(storage, prefix)].filter((name) => name.startsWith(start)),
      ),
    ],
    onOtherPage: (changed) =>
      addEventListener('storage', ({ key }) => {
        if (key?.startsWith(prefix)) changed(key.slice(prefix.length));
      }),
  };
}

function usableStorage(): Storage | undefined {
  try {
    localStorage.setItem('bellwire-chat', '1');
    return localStorage;
  } catch {
    return undefined;
  }
}

function storedNames(storage: Storage | undefined, prefix: string): string[] {
  return Object.keys(storage ?? {})
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}
