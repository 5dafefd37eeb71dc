// The mini-app "Acme Pay" in its text form, for a provider at another address than the file names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const usualUrl = 'http://127.0.0.1:4010';

/** @param providerUrl As `startProvider` gives it, without a slash at the end. */
export function acmePayText(providerUrl: string): string {
  const text = readFileSync(join(import.meta.dirname, 'acme-pay.app.json'), 'utf8');
  return text.replaceAll(usualUrl, providerUrl).replaceAll(new URL(usualUrl).host, new URL(providerUrl).host);
}
