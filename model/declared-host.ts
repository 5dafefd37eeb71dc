// Whether an address may be called by an app: its host must be among those the app declares.

/**
 * The host of an address as far as it is written out, with its port where that is not the scheme's own; `undefined` where a
 * `{{place}}` stands in it, so that it is not known before the address is filled. The server checks every request again.
 *
 * @example literalHost('https://API.example.com:8443/v1/{{app.id}}') // 'api.example.com:8443'
 */
export function literalHost(address: string): string | undefined {
  const written = /^https?:\/\/[^/?#\\]*/i.exec(address.trim())?.[0];
  if (written === undefined || written.includes('{')) return undefined;
  return URL.canParse(written) ? new URL(written).host : undefined;
}

/** `*.example.com` stands for every host below it, and not for itself. */
export function isHostDeclared(host: string, declared: readonly string[]): boolean {
  return declared.some((pattern) => {
    const plain = pattern.toLowerCase();
    return plain.startsWith('*.')
      ? host.endsWith(plain.slice(1)) && host.length > plain.length - 1
      : host === plain;
  });
}
