// The cookie that holds the session's token: no script can read it, and no other site sends it along with a form.

export interface SessionCookie {
  readonly name: string;
  read(headers: Headers): string | undefined;
  /** The header that sets it; null takes it away. */
  write(token: string | null): string;
}

/**
 * A year and more: the session itself ends after thirty days without use, which the database keeps count of.
 */
const maxAgeSeconds = 400 * 24 * 60 * 60;

export function sessionCookie(publicUrl: string): SessionCookie {
  // The prefix binds it to https and this very host. A browser takes it over https only, and a first try is
  // without.
  const isSecure = publicUrl.startsWith('https:');
  const name = isSecure ? '__Host-bellwire' : 'bellwire';
  return {
    name,
    read(headers) {
      const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    },
    write(token) {
      const secure = isSecure ? '; Secure' : '';
      return `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token === null ? 0 : maxAgeSeconds}${secure}`;
    },
  };
}
