// Signatures in every variant we can be told of: nothing forged is accepted, nothing genuine is refused.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { webhookSignatureSchema, type WebhookSignature } from '@bellwire/model/webhook-signature.ts';
import { checkSignature } from './check-signature.ts';
import type { RawCall } from './raw-call.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const seconds = String(NOW / 1000);
const secret = 'it-is-a-secret';
const body = Buffer.from('{"id":1,"text":"é ☃","spaces":  true}');
const url = 'https://bots.example.com/hooks/x?a=1';

const hmac = (
  algorithm: string,
  text: string | Buffer,
  encoding: 'hex' | 'base64',
  key: string | Buffer = secret,
) => createHmac(algorithm, key).update(text).digest(encoding);
const before = (text: string, after: Buffer = body) => Buffer.concat([Buffer.from(text), after]);

interface Variant {
  readonly signature: Parameters<typeof webhookSignatureSchema.parse>[0];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly query?: string;
  readonly secret?: string;
  /** Whether the moment is signed along: then an old call is refused. */
  readonly timed?: true;
}

const form = Buffer.from('To=%2B1202&Body=hi+there&From=%2B1303&Empty=');
const standardKey = Buffer.alloc(24, 7);

/** As the services sign that are named here. */
const variants: Readonly<Record<string, Variant>> = {
  'hex of the body (Linear, Razorpay)': {
    signature: { is: 'hmac', header: 'X-Razorpay-Signature' },
    headers: { 'x-razorpay-signature': hmac('sha256', body, 'hex') },
  },
  'capital hex': {
    signature: { is: 'hmac', header: 'x-sig' },
    headers: { 'x-sig': hmac('sha256', body, 'hex').toUpperCase() },
  },
  'a prefix (GitHub)': {
    signature: { is: 'hmac', header: 'x-hub-signature-256', prefix: 'sha256=' },
    headers: { 'x-hub-signature-256': `sha256=${hmac('sha256', body, 'hex')}` },
  },
  'base64 (Shopify)': {
    signature: { is: 'hmac', header: 'x-shopify-hmac-sha256', encoding: 'base64' },
    headers: { 'x-shopify-hmac-sha256': hmac('sha256', body, 'base64') },
  },
  'sha1 (Intercom)': {
    signature: { is: 'hmac', header: 'x-hub-signature', algorithm: 'sha1', prefix: 'sha1=' },
    headers: { 'x-hub-signature': `sha1=${hmac('sha1', body, 'hex')}` },
  },
  sha512: {
    signature: { is: 'hmac', header: 'x-long-signature', algorithm: 'sha512' },
    headers: { 'x-long-signature': hmac('sha512', body, 'hex') },
  },
  'a list with the time (Stripe)': {
    signature: {
      is: 'hmac',
      header: 'stripe-signature',
      prefix: 'v1=',
      signs: '{timestamp}.{body}',
      timestamp: { prefix: 't=' },
    },
    headers: {
      'stripe-signature': `t=${seconds},v1=${'0'.repeat(64)},v1=${hmac('sha256', before(`${seconds}.`), 'hex')}`,
    },
    timed: true,
  },
  'a list apart by semicolons (Paddle)': {
    signature: {
      is: 'hmac',
      header: 'paddle-signature',
      prefix: 'h1=',
      signs: '{timestamp}:{body}',
      timestamp: { prefix: 'ts=' },
    },
    headers: { 'paddle-signature': `ts=${seconds};h1=${hmac('sha256', before(`${seconds}:`), 'hex')}` },
    timed: true,
  },
  'the time in a header of its own (Slack)': {
    signature: {
      is: 'hmac',
      header: 'x-slack-signature',
      prefix: 'v0=',
      signs: 'v0:{timestamp}:{body}',
      timestamp: { header: 'x-slack-request-timestamp' },
    },
    headers: {
      'x-slack-request-timestamp': seconds,
      'x-slack-signature': `v0=${hmac('sha256', before(`v0:${seconds}:`), 'hex')}`,
    },
    timed: true,
  },
  'method, address, body and milliseconds (HubSpot)': {
    signature: {
      is: 'hmac',
      header: 'x-hubspot-signature-v3',
      encoding: 'base64',
      signs: '{method}{url}{body}{timestamp}',
      timestamp: { header: 'x-hubspot-request-timestamp' },
    },
    headers: {
      'x-hubspot-request-timestamp': String(NOW),
      'x-hubspot-signature-v3': hmac(
        'sha256',
        Buffer.concat([Buffer.from(`POST${url}`), body, Buffer.from(String(NOW))]),
        'base64',
      ),
    },
    timed: true,
  },
  'address and body (Square)': {
    signature: {
      is: 'hmac',
      header: 'x-square-hmacsha256-signature',
      encoding: 'base64',
      signs: '{url}{body}',
    },
    headers: { 'x-square-hmacsha256-signature': hmac('sha256', before(url), 'base64') },
  },
  'address and sorted form (Twilio)': {
    signature: {
      is: 'hmac',
      header: 'x-twilio-signature',
      algorithm: 'sha1',
      encoding: 'base64',
      signs: '{url}{form}',
    },
    headers: {
      'x-twilio-signature': hmac(
        'sha1',
        `${url}${['Body', 'hi there', 'Empty', 'From', '+1303', 'To', '+1202'].join('')}`,
        'base64',
      ),
    },
    body: form,
  },
  'Standard Webhooks': {
    signature: { is: 'standard' },
    secret: `whsec_${standardKey.toString('base64')}`,
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,AAAA v1a,xyz v1,${hmac('sha256', before(`msg_1.${seconds}.`), 'base64', standardKey)}`,
    },
    timed: true,
  },
  'a secret in a header': {
    signature: { is: 'secret', in: 'header', name: 'authorization', prefix: 'Bearer ' },
    headers: { authorization: `Bearer ${secret}` },
  },
  'a secret in the query': {
    signature: { is: 'secret', in: 'query', name: 'token' },
    headers: {},
    query: `token=${secret}`,
  },
};

function callOf(variant: Variant): RawCall {
  return {
    method: 'POST',
    url,
    headers: variant.headers,
    query: new URLSearchParams(variant.query),
    body: variant.body ?? body,
  };
}

interface Change {
  readonly call?: Partial<RawCall>;
  readonly secrets?: readonly string[];
  readonly now?: number;
}

function ask(variant: Variant, { call = {}, secrets = [variant.secret ?? secret], now = NOW }: Change = {}) {
  const signature: WebhookSignature = webhookSignatureSchema.parse(variant.signature);
  return checkSignature(signature, secrets, { ...callOf(variant), ...call }, now).ok;
}

for (const [name, variant] of Object.entries(variants)) {
  test(`${name}: the genuine call is taken, also while the secret is changed for another`, () => {
    const right = variant.secret ?? secret;
    assert.equal(ask(variant), true);
    for (const secrets of [
      [right, 'an older one'],
      ['a newer one', right],
    ])
      assert.equal(ask(variant, { secrets }), true);
  });

  test(`${name}: nothing that was changed is taken`, () => {
    for (const change of changes(variant)) assert.equal(ask(variant, change), false, JSON.stringify(change));
  });

  test(`${name}: without a secret, or with another one, nothing is taken`, () => {
    for (const secrets of [[], [''], ['another'], [`x${variant.secret ?? secret}`]])
      assert.equal(ask(variant, { secrets }), false, JSON.stringify(secrets));
  });
}

test('a moment that is signed along holds for five minutes, before and after', () => {
  for (const variant of Object.values(variants).filter(({ timed }) => timed)) {
    for (const [minutes, isTaken] of [
      [4.9, true],
      [-4.9, true],
      [5.1, false],
      [-5.1, false],
    ] as const)
      assert.equal(ask(variant, { now: NOW + minutes * 60_000 }), isTaken, `${minutes} minutes`);
  }
});

test('a thousand mutations of one byte of a signature or a body are refused', () => {
  const variant = variants['a list with the time (Stripe)'];
  assert.ok(variant !== undefined);
  const sent = variant.headers['stripe-signature'] ?? '';
  const at = sent.lastIndexOf('v1=') + 3;
  for (let place = 0; place < 64; place++)
    for (const digit of '0123456789abcdef') {
      const changed = `${sent.slice(0, at + place)}${digit}${sent.slice(at + place + 1)}`;
      if (changed !== sent)
        assert.equal(ask(variant, { call: { headers: { 'stripe-signature': changed } } }), false);
    }
  for (let place = 0; place < body.length; place++) {
    const changed = Buffer.from(body);
    changed[place] = (changed[place] ?? 0) ^ 1;
    assert.equal(ask(variant, { call: { body: changed } }), false);
  }
});

test('Standard Webhooks tells the id by which the call is known', () => {
  const variant = variants['Standard Webhooks'];
  assert.ok(variant !== undefined);
  assert.deepEqual(
    checkSignature({ is: 'standard', toleranceSeconds: 300 }, [variant.secret ?? ''], callOf(variant), NOW),
    { ok: true, id: 'msg_1' },
  );
});

/** What a forger could try. A shared secret proves nothing of the body, so there only its own changes count. */
function changes(variant: Variant): Change[] {
  const headers = Object.entries(variant.headers);
  const without = headers.map(([name]) => ({ headers: { ...variant.headers, [name]: undefined } }));
  const empty = headers.map(([name]) => ({ headers: { ...variant.headers, [name]: '' } }));
  const cut = headers.map(([name, value]) => ({
    headers: { ...variant.headers, [name]: value.slice(0, -2) },
  }));
  const longer = headers.map(([name, value]) => ({ headers: { ...variant.headers, [name]: `${value}00` } }));
  const isShared = JSON.stringify(variant.signature).includes('"secret"');
  const ofQuery =
    variant.query === undefined
      ? []
      : [{ query: new URLSearchParams() }, { query: new URLSearchParams('token=x') }];
  const ofBody = isShared
    ? []
    : [
        { body: Buffer.concat([variant.body ?? body, Buffer.from('&x=1')]) },
        { body: Buffer.alloc(0) },
        { body: Buffer.from((variant.body ?? body).toString().replace('1', '2')) },
      ];
  const ofUrl = JSON.stringify(variant.signature).includes('{url}') ? [{ url: `${url}&b=2` }] : [];
  return [...without, ...empty, ...cut, ...longer, ...ofQuery, ...ofBody, ...ofUrl].map((call) => ({ call }));
}
