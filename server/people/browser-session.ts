// The session of the browser that sends a request: its cookie and the row behind it, started and ended together.
import type { SessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';
import { readToken } from './token.ts';

export interface BrowserSession {
  /** Names the session without opening it; empty where there is none. */
  readonly hash: Buffer;
  /**
   * A new session in place of the one that may be there: a token that others know from before opens nothing.
   */
  start(personId: string): Promise<void>;
  end(): Promise<void>;
}

export function browserSession(
  { sessions, cookie }: { readonly sessions: Sessions; readonly cookie: SessionCookie },
  headers: Headers,
  setCookie: (header: string) => void,
): BrowserSession {
  const end = async () => {
    const token = cookie.read(headers);
    if (token !== undefined) await sessions.close(token);
    setCookie(cookie.write(null));
  };
  const read = readToken(cookie.read(headers), 'ses');
  return {
    hash: read.is === 'token' ? read.hash : Buffer.alloc(0),
    end,
    async start(personId) {
      await end();
      setCookie(cookie.write(await sessions.open(personId)));
    },
  };
}
