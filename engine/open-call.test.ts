// Tests of the last thing done to a request: that each secret goes in whole, and only where its own mark stands.
import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { Call } from '@bellwire/model/effect.ts';
import { openCall } from './open-call.ts';
import { aroundMarks, maskSecretsIn, secretMark } from './secret-mark.ts';

const SEAL = 'ab12';
const mark = secretMark('key', SEAL);
const secret = 'a&b"ü:\\';
const secretOf = (name: string): string | undefined => (name === 'key' ? secret : undefined);

function call(change: Partial<Call>): Call {
  return {
    key: 'k',
    method: 'POST',
    url: 'https://a.example',
    headers: [],
    body: null,
    timeoutMs: 1,
    afterMs: 0,
    basic: null,
    ...change,
  };
}

function typed(type: string): Call['headers'] {
  return [{ name: 'Content-Type', value: type }];
}

test('a secret is encoded for the place where it stands', () => {
  equal(
    openCall(call({ url: `https://a.example/?k=${mark}` }), SEAL, secretOf).url,
    'https://a.example/?k=a%26b%22%C3%BC%3A%5C',
  );
  const json = openCall(
    call({ headers: typed('application/json'), body: `{"k":"${mark}"}` }),
    SEAL,
    secretOf,
  );
  deepEqual(JSON.parse(json.body ?? ''), { k: secret });
  const form = openCall(
    call({ headers: typed('application/x-www-form-urlencoded'), body: `k=${mark}` }),
    SEAL,
    secretOf,
  );
  equal(new URLSearchParams(form.body ?? '').get('k'), secret);
  equal(openCall(call({ body: `<k>${mark}</k>` }), SEAL, secretOf).body, `<k>${secret}</k>`);
  equal(
    openCall(call({ headers: [{ name: 'x-key', value: mark }] }), SEAL, secretOf).headers[0]?.value,
    secret,
  );
});

test('user name and password become one header', () => {
  const opened = openCall(call({ basic: { user: 'shop', password: mark } }), SEAL, secretOf);
  const [header] = opened.headers;
  equal(header?.name, 'authorization');
  equal(Buffer.from(header?.value.replace('Basic ', '') ?? '', 'base64').toString(), `shop:${secret}`);
  equal(opened.basic, null);
});

test('a mark of another seal, as a contact might write one, stays what it is', () => {
  const forged = secretMark('key', 'ffff');
  equal(openCall(call({ body: forged }), SEAL, secretOf).body, forged);
});

test('a secret that was taken away leaves nothing', () => {
  equal(openCall(call({ body: `[${secretMark('gone', SEAL)}]` }), SEAL, secretOf).body, '[]');
});

test('marks are masked wherever they hide, and kept when the text around them is encoded', () => {
  deepEqual(maskSecretsIn({ a: [`x ${mark}`, 1, null], b: { c: mark } }), {
    a: ['x •••', 1, null],
    b: { c: '•••' },
  });
  equal(aroundMarks(`a b${mark}c d`, encodeURIComponent), `a%20b${mark}c%20d`);
});
