// What the client sends for an operation, and what it makes of each kind of answer.
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { operationNames } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { createClient } from './client.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Given {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const botId = '0198a4c2-7d0e-7c3a-9d3f-2f5f0c1b2a3d';
const problem = {
  code: 'conflict',
  says: 'There is a flow of this name.',
  help: 'Choose another name.',
  complaints: [{ path: ['name'], says: 'Taken.', level: 'problem' }],
  facts: { name: 'Buy' },
};

describe('what is sent', () => {
  test('parts of the path are put in, encoded, and are not sent again', async (t) => {
    const { baseUrl, seen } = await otherSide(t, { body: { rows: [] } });
    await createClient({ baseUrl }).listVersions({ appId: 'a/b?c' });
    assert.equal(seen[0]?.url, '/api/apps/a%2Fb%3Fc/versions');
  });

  test('the rest of the input of a GET goes into the query, and what is undefined goes nowhere', async (t) => {
    const { baseUrl, seen } = await otherSide(t, { body: { rows: [], next: null, lookedBackTo: null } });
    await createClient({ baseUrl }).listEvents({ limit: 5, search: 'a b', state: undefined });
    assert.equal(seen[0]?.url, '/api/events?limit=5&search=a+b');
    assert.equal(seen[0].body, '');
  });

  test('the rest of the input of a POST goes into a JSON body', async (t) => {
    const { baseUrl, seen } = await otherSide(t, { status: 202, body: { says: 'Done.' } });
    await createClient({ baseUrl, key: 'bw_key_x' }).runParked({ eventId: botId });
    await assert.rejects(
      createClient({ baseUrl }).fireTrigger({ trigger: 'paid', contact: 'f1u1', items: { amount: 1 } }),
    );
    assert.equal(seen[0]?.headers.authorization, 'Bearer bw_key_x');
    assert.equal(seen[0].headers['content-type'], undefined);
    assert.deepEqual(JSON.parse(seen[1]?.body ?? ''), {
      trigger: 'paid',
      contact: 'f1u1',
      items: { amount: 1 },
    });
    assert.equal(seen[1]?.headers['content-type'], 'application/json');
  });

  test('an empty part of the path is refused before anything is sent, since it would name another address', async (t) => {
    const { baseUrl, seen } = await otherSide(t, {});
    for (const bad of ['', '.', '..']) {
      const error = await problemOf(createClient({ baseUrl }).getBot({ botId: bad }));
      assert.deepEqual([error.code, error.complaints[0]?.path], ['bad-input', ['botId']]);
    }
    assert.equal(seen.length, 0);
  });

  test('the session of a sign-in goes along with later calls, and no longer after signing out', async (t) => {
    const me = {
      person: { id: botId, name: 'Ada', email: 'ada@example.com' },
      workspaces: [],
      isOperator: false,
    };
    const { baseUrl, seen, answers } = await otherSide(
      t,
      { body: me, headers: { 'set-cookie': 'bellwire=abc; Path=/; HttpOnly' } },
      { body: me },
      { body: {}, headers: { 'set-cookie': 'bellwire=; Path=/; Max-Age=0' } },
      { body: me },
    );
    const client = createClient({ baseUrl, workspaceId: botId });
    await client.signIn({ email: 'ada@example.com', password: 'correct horse' });
    await client.me();
    await client.signOut();
    await client.me();
    assert.equal(answers.length, 0);
    assert.deepEqual(
      seen.map(({ headers }) => [headers.cookie, headers.origin]),
      [
        [undefined, undefined],
        ['bellwire=abc', baseUrl],
        ['bellwire=abc', baseUrl],
        [undefined, undefined],
      ],
    );
    assert.equal(seen[0]?.headers['bellwire-workspace'], botId);
  });

  test('there is a call for each operation of the list', () => {
    assert.deepEqual(Object.keys(createClient({ baseUrl: 'http://localhost:1' })), operationNames);
  });
});

describe('what is made of the answer', () => {
  test('a problem is thrown with its code, words, complaints, facts, and the time to wait', async (t) => {
    const { baseUrl } = await otherSide(t, {
      status: 409,
      body: { error: problem },
      headers: { 'retry-after': '7' },
    });
    const error = await problemOf(createClient({ baseUrl }).listApps());
    assert.equal(error.code, 'conflict');
    assert.equal(error.message, problem.says);
    assert.deepEqual(error.complaints, [{ path: ['name'], says: 'Taken.' }]);
    assert.deepEqual(error.facts, { name: 'Buy' });
    assert.equal(error.retryAfterSeconds, 7);
  });

  test("the reference of a fault of the server's own is among the facts", async (t) => {
    const { baseUrl } = await otherSide(t, {
      status: 500,
      body: { error: { ...problem, code: 'internal', reference: 'r-1' } },
    });
    assert.deepEqual((await problemOf(createClient({ baseUrl }).listApps())).facts, {
      name: 'Buy',
      reference: 'r-1',
    });
  });

  test('an answer that is not of this API says which address gave it, without the query', async (t) => {
    const { baseUrl } = await otherSide(t, { status: 502, body: 'Bad gateway' });
    const error = await problemOf(createClient({ baseUrl }).listContacts({ search: 'secret' }));
    assert.equal(error.code, 'outside-failed');
    assert.equal(
      error.message,
      `${baseUrl}/api/contacts answered with the status 502, but not as this API does. Check the address.`,
    );
  });

  test('an answer in another shape than declared is refused, and the place is named', async (t) => {
    const { baseUrl } = await otherSide(t, { body: { rows: [{ id: 1 }] } });
    const error = await problemOf(createClient({ baseUrl }).listApps());
    assert.equal(error.code, 'outside-failed');
    assert.match(error.message, /at "rows\.0\.id"/);
  });

  test('a server that is not there is said to be out of reach', async (t) => {
    const { baseUrl, close } = await otherSide(t, {});
    await close();
    const error = await problemOf(createClient({ baseUrl }).me());
    assert.equal(error.code, 'outside-failed');
    assert.match(error.message, /could not be reached \(.*ECONNREFUSED/);
  });

  test('a server that does not answer in time is given up', async (t) => {
    const { baseUrl } = await otherSide(t);
    const error = await problemOf(createClient({ baseUrl, timeoutMs: 30 }).me());
    assert.equal(error.code, 'outside-failed');
    assert.match(error.message, /timeout/);
  });
});

async function problemOf(call: Promise<unknown>): Promise<ProblemError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError, 'A problem was expected.');
  return error;
}

/** A server that gives the answers in turn, and then none at all. */
async function otherSide(t: TestContext, ...given: Given[]) {
  const seen: Seen[] = [];
  const answers = [...given];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    const answer = answers.length > 0 ? answers.shift() : undefined;
    if (answer === undefined && given.length === 0) return;
    response.writeHead(answer?.status ?? 200, { 'content-type': 'application/json', ...answer?.headers });
    response.end(JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  t.after(close);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { baseUrl: `http://127.0.0.1:${port}`, seen, answers, close };
}
