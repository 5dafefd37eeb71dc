// What `npm start` says when all is up: where to click, and how to sign in.
import type { DemoToShow } from './demo.ts';

interface Started {
  readonly url: string;
  readonly dataDir: string;
  readonly role: string;
  readonly demo: DemoToShow | null;
}

export function welcome({ url, dataDir, role, demo }: Started): string {
  const lines = ['', `  Bellwire is running at ${url}${role === 'all' ? '' : ` (role ${role})`}`, ''];
  if (demo !== null) {
    lines.push(
      '  The demo, a coffee shop that is paid through the mini-app "Acme Pay":',
      `    as a contact   ${demo.chatUrl}   say "buy", then pay`,
      `    as the owner   ${url}   ${demo.email}, password ${demo.password}`,
      `    the pretended payment provider answers at ${demo.providerUrl}`,
      '',
    );
  }
  lines.push(`  The data is in ${dataDir}. Stop with Ctrl+C.`, '');
  return lines.join('\n');
}
