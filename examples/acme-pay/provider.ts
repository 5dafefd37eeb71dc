// Acme Pay, a pretended payment provider: takes payments by API, shows a page to pay on, and calls the shop back.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { sendCallback, type CallbackOptions } from './callback.ts';
import { notFoundPage, pagePolicy, payPage } from './pay-page.ts';
import { readPayment, type Payment } from './payment.ts';

export interface ProviderOptions {
  /** 0, or nothing, takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** What `Authorization: Bearer …` has to hold. */
  readonly apiKey: string;
  /** How often a payment is called back: providers do send the same callback twice. */
  readonly callbacks?: 1 | 2;
  /** Between the payment and its callback. */
  readonly callbackDelayMs?: number;
  /** Before each further try of a callback that was not taken. */
  readonly retryPausesMs?: readonly number[];
  /** Gets one line for each callback. */
  readonly log?: (line: string) => void;
}

export interface Provider {
  readonly url: string;
  readonly payments: ReadonlyMap<string, Payment>;
  /** Another API key is the right one from now on: the one of before has expired. */
  changeKey(apiKey: string): void;
  close(): Promise<void>;
}

/** @example const { url, payments, close } = await startProvider({ apiKey: 'acme_test_key' }); */
export async function startProvider(options: ProviderOptions): Promise<Provider> {
  const host = options.host ?? '127.0.0.1';
  const closing = new AbortController();
  const desk: Desk = {
    options,
    apiKey: options.apiKey,
    url: '',
    payments: new Map(),
    byKey: new Map(),
    callback: {
      pausesMs: options.retryPausesMs ?? [500, 2000, 5000, 15_000],
      signal: closing.signal,
      onDelivery: ({ id, status }, delivery) =>
        options.log?.(JSON.stringify({ is: 'callback', payment: id, said: status, ...delivery })),
    },
  };
  const server = createServer((request, response) => {
    answer(desk, request).then(
      (reply) => send(response, reply),
      () => send(response, json(500, { error: 'Something went wrong here.' })),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  desk.url = `http://${host}:${typeof address === 'object' && address !== null ? address.port : ''}`;
  const close = async () => {
    closing.abort();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const changeKey = (apiKey: string) => void (desk.apiKey = apiKey);
  return { url: desk.url, payments: desk.payments, changeKey, close };
}

interface Desk {
  readonly options: ProviderOptions;
  apiKey: string;
  url: string;
  readonly payments: Map<string, Payment>;
  /** The payment that each idempotency key has made. */
  readonly byKey: Map<string, Payment>;
  readonly callback: CallbackOptions;
}

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function answer(desk: Desk, request: IncomingMessage): Promise<Reply> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const route = `${request.method ?? 'GET'} ${pathname}`;
  if (route === 'GET /account')
    return knowsKey(desk, request) ? json(200, { name: 'Acme Pay test account' }) : wrongKey;
  if (route === 'POST /payments') return knowsKey(desk, request) ? createPayment(desk, request) : wrongKey;
  const [, id = '', act = ''] = /^\/pay\/([\w-]+)(?:\/(pay|decline|callback))?$/.exec(pathname) ?? [];
  const payment = desk.payments.get(id);
  if (payment === undefined) return page(404, notFoundPage());
  if (route === `GET /pay/${id}`) return page(200, payPage(payment));
  if (request.method !== 'POST' || act === '')
    return json(405, { error: 'This address cannot be used like that.' });
  await settle(desk, payment, act);
  return { status: 303, headers: { location: `/pay/${id}` }, body: '' };
}

function knowsKey({ apiKey }: Desk, { headers }: IncomingMessage): boolean {
  return headers.authorization === `Bearer ${apiKey}`;
}

async function createPayment(desk: Desk, request: IncomingMessage): Promise<Reply> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
  const key = String(request.headers['idempotency-key'] ?? '');
  const before = desk.byKey.get(key);
  if (before !== undefined) return json(200, paymentView(desk, before));
  const read = readPayment(body);
  if (!read.ok) return json(422, { error: read.says });
  desk.payments.set(read.payment.id, read.payment);
  if (key !== '') desk.byKey.set(key, read.payment);
  return json(201, paymentView(desk, read.payment));
}

function paymentView({ url }: Desk, { id, status, amount, currency, order, reference }: Payment) {
  return { id, status, amount, currency, order, reference, pay_url: `${url}/pay/${id}` };
}

/** Whoever pressed the button sees the page again once the first callback has come through, or a second later. */
async function settle({ options, callback }: Desk, payment: Payment, act: string): Promise<void> {
  const isDecided = payment.status !== 'open';
  if (act === 'callback' ? !isDecided : isDecided) return;
  if (act !== 'callback') payment.status = act === 'pay' ? 'paid' : 'declined';
  const times = act === 'pay' ? (options.callbacks ?? 1) : 1;
  const delayed = async () => {
    await pause(options.callbackDelayMs ?? 0, undefined, { signal: callback.signal }).catch(() => undefined);
    await Promise.all(Array.from({ length: times }, () => sendCallback(payment, callback)));
  };
  await Promise.race([delayed(), pause(1000)]);
}

const wrongKey = json(401, { error: 'The API key is wrong. Send it as "Authorization: Bearer …".' });

function json(status: number, body: object): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function page(status: number, body: string): Reply {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy };
  return { status, headers, body };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
}

if (import.meta.main) {
  const { PORT = '4010', HOST, API_KEY = 'acme_test_key', CALLBACKS, CALLBACK_DELAY_MS = '0' } = process.env;
  const { url } = await startProvider({
    port: Number(PORT),
    ...(HOST !== undefined && { host: HOST }),
    apiKey: API_KEY,
    callbacks: CALLBACKS === '2' ? 2 : 1,
    callbackDelayMs: Number(CALLBACK_DELAY_MS),
    log: console.log,
  });
  console.log(JSON.stringify({ is: 'listening', url, apiKey: API_KEY }));
}
