// Tests of requests outside of flows: filled like those of a step, and never thrown at the caller.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { openCall } from '../open-call.ts';
import { secretMark } from '../secret-mark.ts';
import { fillRequest } from './fill-request.ts';

const mark = secretMark('key', 'ab12');
const scope = {
  data: { auth: { key: mark, user: 'shop' }, input: { list: 'a&b', note: 'x"\r\n--y' } },
  now: '2026-03-01T12:00:00.000Z',
  zone: 'UTC',
  locale: 'en',
  random: () => 0,
};

function filled(request: Partial<OutgoingRequest>) {
  const whole = outgoingRequestSchema.parse({ url: 'https://api.example.com/rows', ...request });
  const built = fillRequest(whole, scope, 'k1');
  ok(built.ok, built.ok ? '' : built.says);
  return openCall(built.call, 'ab12', () => 's&cret');
}

test('an API key goes into a header or into the address, encoded there', () => {
  const inHeader = filled({ auth: 'key', keyIn: 'header', keyName: 'X-Key', key: '{{auth.key}}' });
  deepEqual(inHeader.headers, [{ name: 'X-Key', value: 's&cret' }]);
  const inQuery = filled({ auth: 'key', keyIn: 'query', keyName: 'api key', key: '{{auth.key}}' });
  equal(inQuery.url, 'https://api.example.com/rows?api%20key=s%26cret');
});

test('a header that is written out goes before the one of the authorization', () => {
  const request = filled({
    auth: 'key',
    keyName: 'X-Key',
    key: '1',
    headers: [{ name: 'x-key', value: 'own' }],
  });
  deepEqual(request.headers, [{ name: 'x-key', value: 'own' }]);
});

test('parameters are encoded, and user name and password are put together', () => {
  const request = filled({
    query: [{ name: 'list', value: '{{input.list}}' }],
    auth: 'basic',
    user: '{{auth.user}}',
    password: '{{auth.key}}',
  });
  equal(request.url, 'https://api.example.com/rows?list=a%26b');
  deepEqual(request.headers, [
    { name: 'authorization', value: `Basic ${Buffer.from('shop:s&cret').toString('base64')}` },
  ]);
});

test('no value ends its part of a multipart body', () => {
  const { headers, body } = filled({
    method: 'POST',
    body: 'multipart',
    parts: [
      { name: 'a"b', value: '{{input.note}}' },
      { name: 'file', value: 'id\n1', fileName: 'rows.csv', contentType: 'text/csv' },
    ],
  });
  deepEqual(headers, [{ name: 'content-type', value: 'multipart/form-data; boundary=bellwire-k1' }]);
  equal(
    body,
    [
      '--bellwire-k1',
      'Content-Disposition: form-data; name="a%22b"',
      '',
      'x"\r\n--y',
      '--bellwire-k1',
      'Content-Disposition: form-data; name="file"; filename="rows.csv"',
      'Content-Type: text/csv',
      '',
      'id\n1',
      '--bellwire-k1--',
      '',
    ].join('\r\n'),
  );
});

test('what cannot be sent is told in words', () => {
  const says = (request: Partial<OutgoingRequest>): string => {
    const built = fillRequest(
      outgoingRequestSchema.parse({ url: '{{input.nothing}}', ...request }),
      scope,
      'k',
    );
    return built.ok ? 'sent' : built.says;
  };
  match(says({}), /^URL is missing/);
  match(says({ url: 'https://a.example', auth: 'bearer' }), /^Token is missing/);
  match(says({ url: 'ftp://a.example' }), /^The URL cannot be read/);
  match(
    says({ url: 'https://a.example', keyName: 'a b', auth: 'key', key: 'x' }),
    /header "a b" cannot be sent/,
  );
});
