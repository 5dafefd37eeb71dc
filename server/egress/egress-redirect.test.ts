// Tests that redirects are followed by the same rules as the first request, and that no secret crosses to another origin.
import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { test } from 'node:test';
import { createEgress } from './egress.ts';
import { loopbackCertificate } from './loopback-certificate.ts';
import { type Answer, readText, serveHttp, serveHttps, serveTcp } from './loopback-server.ts';

const get = { method: 'GET', headers: {}, timeoutMs: 3000, maxRedirects: 5 } as const;
const resolveHost = async () => ['127.0.0.1'];

test('a redirect is handed back as the answer unless following was asked for', async () => {
  await using server = await serveHttp(redirectTo('/there', 302));
  const answer = await createEgress({ allowPrivate: [server.place] }).send({
    ...get,
    maxRedirects: 0,
    url: `http://${server.place}/`,
  });
  assert.ok(answer.is === 'answer');
  assert.deepEqual([answer.status, answer.headers['location']], [302, '/there']);
});

test('a redirect to a private address is refused and reaches nobody', async () => {
  let touched = 0;
  await using canary = await serveTcp(() => void (touched += 1));
  const inside = [
    `http://127.0.0.1:${canary.port}/`,
    `http://2130706433:${canary.port}/`,
    `//localhost:${canary.port}/`,
    'http://169.254.169.254/latest/',
  ];
  for (const location of inside) {
    await using server = await serveHttp(redirectTo(location, 302));
    const egress = createEgress({ allowPrivate: [server.place], resolveHost });
    const answer = await egress.send({ ...get, url: `http://${server.place}/` });
    assert.equal(answer.is === 'failed' && answer.reason, 'blocked-address', location);
  }
  assert.equal(touched, 0);
});

test('a redirect to a host the app has not declared, or to no http address, is refused', async () => {
  const cases = [
    ['http://evil.test/', 'host-not-allowed'],
    ['file:///etc/passwd', 'bad-url'],
    ['http://user:pw@api.test/', 'bad-url'],
    ['http://', 'bad-url'],
  ] as const;
  for (const [location, reason] of cases) {
    await using server = await serveHttp(redirectTo(location, 307));
    const egress = createEgress({ allowPrivate: [`api.test:${server.port}`], resolveHost });
    const answer = await egress.send({
      ...get,
      url: `http://api.test:${server.port}/`,
      allowedHosts: [`api.test:${server.port}`],
    });
    assert.equal(answer.is === 'failed' && answer.reason, reason, location);
  }
});

test('secrets stay on their origin, other headers go along', async () => {
  const seen: IncomingHttpHeaders[] = [];
  await using final = await serveHttp((request, response) => {
    seen.push(request.headers);
    response.end('there');
  });
  await using first = await serveHttp((request, response) => {
    seen.push(request.headers);
    redirectTo(request.url === '/' ? '/again' : `http://api.test:${final.port}/`, 302)(request, response);
  });
  const egress = createEgress({
    allowPrivate: [`api.test:${first.port}`, `api.test:${final.port}`],
    resolveHost,
  });
  const headers = { Authorization: 'Bearer s', Cookie: 's=1', 'X-Api-Key': 's', 'Idempotency-Key': 'evt_1' };
  const answer = await egress.send({
    ...get,
    url: `http://api.test:${first.port}/`,
    headers,
    secretHeaders: ['X-Api-Key'],
  });
  assert.equal(answer.is === 'answer' && answer.body, 'there');
  const secrets = seen.map((sent) => [
    sent.authorization,
    sent.cookie,
    sent['x-api-key'],
    sent['idempotency-key'],
  ]);
  assert.deepEqual(secrets, [
    ['Bearer s', 's=1', 's', 'evt_1'],
    ['Bearer s', 's=1', 's', 'evt_1'],
    [undefined, undefined, undefined, 'evt_1'],
  ]);
});

test('303 turns a POST into a GET without body, 307 repeats it', async () => {
  await using server = await serveHttp(async (request, response) => {
    const status = Number(request.url?.slice(1));
    if (status > 0) return redirectTo('/', status)(request, response);
    return response.end(
      JSON.stringify([request.method, request.headers['content-type'], await readText(request)]),
    );
  });
  const egress = createEgress({ allowPrivate: [server.place] });
  const post = { ...get, method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'once' } as const;
  for (const [status, expected] of [
    [301, ['GET', null, '']],
    [302, ['GET', null, '']],
    [303, ['GET', null, '']],
    [307, ['POST', 'text/plain', 'once']],
    [308, ['POST', 'text/plain', 'once']],
  ] as const) {
    const answer = await egress.send({ ...post, url: `http://${server.place}/${status}` });
    assert.deepEqual(answer.is === 'answer' && JSON.parse(answer.body), expected, String(status));
  }
});

test('a body crosses to another origin only where the app has declared its hosts', async () => {
  await using final = await serveHttp(async (request, response) => response.end(await readText(request)));
  await using first = await serveHttp((request, response) =>
    redirectTo(`http://b.test:${final.port}/`, 307)(request, response),
  );
  const egress = createEgress({
    allowPrivate: [`a.test:${first.port}`, `b.test:${final.port}`],
    resolveHost,
  });
  const post = { ...get, method: 'POST', url: `http://a.test:${first.port}/`, body: 'card 4242' } as const;
  const undeclared = await egress.send(post);
  assert.equal(undeclared.is === 'failed' && undeclared.reason, 'host-not-allowed');
  const declared = await egress.send({
    ...post,
    allowedHosts: [`*.test:${first.port}`, `*.test:${final.port}`],
  });
  assert.equal(declared.is === 'answer' && declared.body, 'card 4242');
});

test('a loop of redirects ends at five, however many were asked for', async () => {
  let visits = 0;
  await using server = await serveHttp((request, response) => {
    visits += 1;
    redirectTo('/', 302)(request, response);
  });
  const egress = createEgress({ allowPrivate: [server.place] });
  const answer = await egress.send({ ...get, maxRedirects: 1000, url: `http://${server.place}/` });
  assert.equal(answer.is === 'failed' && answer.reason, 'too-many-redirects');
  assert.equal(visits, 6);
});

test('https sends the host name, is refused without a trusted certificate, and never goes down to http', async () => {
  const serverNames: string[] = [];
  await using plain = await serveHttp((_request, response) => response.end('in the open'));
  await using server = await serveHttps(
    (request, response) =>
      request.url === '/down'
        ? redirectTo(`http://api.test:${plain.port}/`, 302)(request, response)
        : response.end(request.headers.host),
    (name) => serverNames.push(name),
  );
  const allowPrivate = [`api.test:${server.port}`, `wrong.test:${server.port}`, `api.test:${plain.port}`];
  const trusting = createEgress({ allowPrivate, resolveHost, extraAuthorities: [loopbackCertificate] });
  const url = `https://api.test:${server.port}/`;

  const answer = await trusting.send({ ...get, url });
  assert.equal(answer.is === 'answer' && answer.body, `api.test:${server.port}`);
  assert.deepEqual(serverNames, ['api.test']);
  const down = await trusting.send({ ...get, url: `${url}down` });
  assert.ok(down.is === 'failed' && down.reason === 'bad-url');
  assert.match(down.says, /https to http/);
  const wrongName = await trusting.send({ ...get, url: url.replace('api.test', 'wrong.test') });
  assert.equal(wrongName.is === 'failed' && wrongName.reason, 'tls');
  const untrusted = await createEgress({ allowPrivate, resolveHost }).send({ ...get, url });
  assert.equal(untrusted.is === 'failed' && untrusted.reason, 'tls');
});

function redirectTo(location: string, status: number): Answer {
  return (_request, response) => response.writeHead(status, { location }).end('moved');
}
