// The pretended provider must be as awkward as real ones, and no more: keys, repeats, callbacks that fail or come twice.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import { startProvider, type ProviderOptions } from './provider.ts';

const apiKey = 'acme_test_key';
const wanted = { amount: 12.5, currency: 'EUR', order: 'K7Q2-9MXD' };

describe('payments', () => {
  test('are refused to whoever has not the key', async (t) => {
    const { ask } = await started(t);
    assert.equal(
      (await ask('/payments', { ...wanted, callback_url: 'http://localhost:1/' }, { key: 'wrong' })).status,
      401,
    );
    assert.equal((await ask('/account', undefined, { key: 'wrong' })).status, 401);
    assert.equal((await ask('/account')).status, 200);
  });

  test('are made once for an idempotency key', async (t) => {
    const { ask, provider } = await started(t);
    const body = { ...wanted, callback_url: 'http://localhost:1/' };
    const first = await ask('/payments', body, { idempotencyKey: 'a' });
    const second = await ask('/payments', body, { idempotencyKey: 'a' });
    const other = await ask('/payments', body, { idempotencyKey: 'b' });
    assert.deepEqual([first.status, second.status, other.status], [201, 200, 201]);
    assert.deepEqual(await first.json(), await second.json());
    assert.equal(provider.payments.size, 2);
  });

  test('without an amount, a currency, an order or a callback address are refused, and the place is named', async (t) => {
    const { ask } = await started(t);
    const whole = { ...wanted, callback_url: 'https://shop.example/paid' };
    for (const [place, wrong] of Object.entries({
      amount: '12',
      currency: 'euro',
      order: '',
      callback_url: 'file:///etc',
    })) {
      const answer = await ask('/payments', { ...whole, [place]: wrong });
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), new RegExp(place));
    }
  });
});

describe('paying', () => {
  test('shows the amount, then that it is paid, and tells the shop', async (t) => {
    const shop = await shopSide(t, [200]);
    const { pay, page, ask } = await paying(t, shop.url);
    assert.match(await page(), /€12\.50/);
    await pay('pay');
    const paid = await page();
    assert.match(paid, /<h1>Paid<\/h1>/);
    assert.match(paid, /200, taken/);
    assert.equal((await ask('/pay/pay_unknown')).status, 404);
    assert.deepEqual(
      shop.heard.map(({ status, amount, order }) => [status, amount, order]),
      [['paid', 12.5, 'K7Q2-9MXD']],
    );
  });

  test('twice is paying once, and declining afterwards changes nothing', async (t) => {
    const shop = await shopSide(t, [200]);
    const { pay, page } = await paying(t, shop.url);
    await pay('pay');
    await pay('pay');
    await pay('decline');
    assert.match(await page(), /<h1>Paid<\/h1>/);
    assert.equal(shop.heard.length, 1);
  });

  test('declining tells the shop so', async (t) => {
    const shop = await shopSide(t, [200]);
    const { pay, page } = await paying(t, shop.url);
    await pay('decline');
    assert.match(await page(), /<h1>Declined<\/h1>/);
    assert.equal(shop.heard[0]?.status, 'declined');
  });

  test('a callback is tried again while the shop fails, and not once it was refused', async (t) => {
    const shop = await shopSide(t, [500, 503, 410]);
    const { pay, page, lines } = await paying(t, shop.url, { retryPausesMs: [1, 1, 1, 1] });
    await pay('pay');
    assert.match(await page(), /410, taken before/);
    assert.deepEqual(
      lines.map((line) => [line.attempt, line.status]),
      [
        [1, 500],
        [2, 503],
        [3, 410],
      ],
    );
  });

  test('a callback that nobody takes is given up after the last pause', async (t) => {
    const { pay, lines } = await paying(t, 'http://127.0.0.1:1/', { retryPausesMs: [1] });
    await pay('pay');
    assert.deepEqual(
      lines.map((line) => [line.attempt, line.status]),
      [
        [1, undefined],
        [2, undefined],
      ],
    );
  });

  test('the callback comes twice if wanted, and again at the press of a button', async (t) => {
    const shop = await shopSide(t, [200, 200, 200]);
    const { pay } = await paying(t, shop.url, { callbacks: 2 });
    await pay('callback');
    assert.equal(shop.heard.length, 0, 'There is nothing to tell of yet.');
    await pay('pay');
    assert.equal(shop.heard.length, 2);
    await pay('callback');
    assert.equal(shop.heard.length, 3);
  });

  test('what the shop sends is shown as text', async (t) => {
    const { page } = await paying(t, 'http://127.0.0.1:1/', {}, '<img src=x onerror=alert(1)>');
    assert.match(await page(), /Order &lt;img src=x onerror=alert\(1\)&gt;/);
  });
});

async function started(t: TestContext, options: Partial<ProviderOptions> = {}) {
  const lines: { attempt: number; status?: number }[] = [];
  const log = (line: string) => void lines.push(JSON.parse(line));
  const provider = await startProvider({ apiKey, log, ...options });
  t.after(provider.close);
  const ask = (
    path: string,
    body?: object,
    { key = apiKey, idempotencyKey }: { key?: string; idempotencyKey?: string } = {},
  ) =>
    fetch(`${provider.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
  return { provider, ask, lines };
}

/** A payment whose page is open. */
async function paying(
  t: TestContext,
  callbackUrl: string,
  options: Partial<ProviderOptions> = {},
  order = wanted.order,
) {
  const { provider, ask, lines } = await started(t, options);
  await ask('/payments', { ...wanted, order, callback_url: callbackUrl });
  const [id = ''] = provider.payments.keys();
  const page = async () => (await ask(`/pay/${id}`)).text();
  const pay = async (act: string) => {
    const answer = await fetch(`${provider.url}/pay/${id}/${act}`, { method: 'POST', redirect: 'manual' });
    assert.equal(answer.headers.get('location'), `/pay/${id}`);
  };
  return { pay, page, ask, lines };
}

/** The shop: answers with these statuses in turn. */
async function shopSide(t: TestContext, statuses: number[]) {
  const heard: { status: string; amount: number; order: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    heard.push(JSON.parse(body));
    response.writeHead(statuses.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`,
    heard,
  };
}
