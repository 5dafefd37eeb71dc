// The servers that the database's address names: one, or a primary with its standbys, of which one takes writes.

/**
 * Splits `postgres://user:password@one:5432,two:5432/bellwire` into an address for each server, as libpq reads it.
 *
 * @returns undefined where one of them is no address.
 */
export function splitAddress(address: string): readonly [string, ...string[]] | undefined {
  const [, start, hosts, rest = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(address) ?? [];
  if (start === undefined || hosts === undefined) return undefined;
  // An empty one means a socket of this machine: there is no second of it.
  if (hosts.includes(',') && hosts.split(',').includes('')) return undefined;
  const [first, ...others] = hosts.split(',').map((host) => withoutTarget(`${start}${host}${rest}`));
  if (first === undefined || !others.every((other) => other !== undefined)) return undefined;
  return [first, ...others];
}

/** What libpq calls so is what we always do: the server that takes writes. */
function withoutTarget(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const target = url.searchParams.get('target_session_attrs');
  if (target === null) return url.href;
  if (target !== 'read-write' && target !== 'primary') return undefined;
  url.searchParams.delete('target_session_attrs');
  return url.href;
}

/** The choice between several servers. It is not made again for each connection: the next goes where the last one was well. */
export interface Addresses {
  readonly all: readonly string[];
  current(): string;
  /** This server takes no connections or no writes. Another connection may have found that out already. */
  giveUp(address: string): void;
}

export function chooseAmong(all: readonly [string, ...string[]]): Addresses {
  let place = 0;
  const current = (): string => all[place] ?? all[0];
  return {
    all,
    current,
    giveUp: (address) => {
      if (address === current()) place = (place + 1) % all.length;
    },
  };
}
