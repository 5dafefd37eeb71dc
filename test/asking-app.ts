// For tests: what an app needs to ask a service that wants a key, and the service, whose key can be changed.
import type { TestContext } from 'node:test';
import { serveHttp } from '@bellwire/server/egress/loopback-server.ts';

export type AskingApp = ReturnType<typeof askingApp>;

/** Its actions are `ask`, with the key of the install, and `ask_openly`, without. `place` is the `host:port` of the service. */
export function askingApp(place: string) {
  const asking = (name: string, settings: Record<string, string>) => ({
    name,
    label: name,
    start: 'ask',
    steps: [
      { id: 'ask', type: 'external-request', settings: { url: `http://${place}/`, ...settings }, exits: {} },
    ],
  });
  return {
    hosts: [place],
    auth: {
      is: 'inputs' as const,
      inputs: [{ name: 'token', type: 'string' as const, title: 'Token', required: false, secret: true }],
    },
    actions: ['ask', 'ask_openly'].map((name) => ({ name, label: name, flow: name })),
    flows: [asking('ask', { auth: 'bearer', token: '{{auth.token}}' }), asking('ask_openly', {})],
  };
}

/** Knows the key `first` until another is set; any other is answered with 401. */
export async function askedService(t: TestContext) {
  let known = 'first';
  const service = await serveHttp((request, response) => {
    response.writeHead(request.headers.authorization === `Bearer ${known}` ? 200 : 401).end('{}');
  });
  t.after(() => service[Symbol.asyncDispose]());
  return { place: service.place, changeKey: (key: string) => void (known = key) };
}
