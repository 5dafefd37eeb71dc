// Tests of reading cURL commands: as documentation shows them, as browsers copy them for each shell, and whatever is pasted.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { outgoingRequestSchema, type OutgoingRequest } from '../outgoing-request.ts';
import { readCurl } from './curl.ts';
import { shellWords } from './shell-words.ts';

function reads(command: string, request: Partial<OutgoingRequest>, left: readonly RegExp[] = []): void {
  const read = readCurl(command);
  ok(read.ok, read.ok ? '' : read.says);
  deepEqual(read.request, outgoingRequestSchema.parse(request));
  equal(read.left.length, left.length, read.left.join('\n'));
  for (const [index, words] of left.entries()) match(read.left[index] ?? '', words);
}

const url = 'https://api.example.com/v1/orders';

test('an address with parameters, and a bearer token', () => {
  reads(
    `$ curl -sSL '${url}?limit=10&q=a%20b' -H "Authorization: Bearer {{auth.key}}" -H 'Accept: application/json'`,
    {
      url,
      query: [
        { name: 'limit', value: '10' },
        { name: 'q', value: 'a b' },
      ],
      auth: 'bearer',
      token: '{{auth.key}}',
      headers: [{ name: 'Accept', value: 'application/json' }],
    },
  );
  reads('curl api.example.com', { url: 'https://api.example.com' });
});

test('JSON over several lines, with what $-quotes can hold', () => {
  const json = '{"name": "it\'s é", "n": {{app.n}}}';
  reads(
    `curl --request PUT ${url} \\\n  --header 'Content-Type: application/json' \\\r\n  --data-raw $'{"name": "it\\'s \\u00e9", "n": {{app.n}}}'`,
    { url, method: 'PUT', body: 'json', json },
  );
  reads(`curl ${url} --json '{"a": 1}'`, { url, method: 'POST', body: 'json', json: '{"a": 1}' });
  reads(`curl ${url} -d '{"a": 1}'`, { url, method: 'POST', body: 'json', json: '{"a": 1}' });
});

test('data becomes a form, with -G a part of the address, and where it is neither, text', () => {
  const form = [
    { name: 'amount', value: '2000' },
    { name: 'note', value: 'a & b' },
  ];
  reads(`curl ${url} -u sk_test_1: -d amount=2000 --data-urlencode "note=a & b"`, {
    url,
    method: 'POST',
    auth: 'basic',
    user: 'sk_test_1',
    password: '',
    body: 'form',
    form,
  });
  reads(`curl -G ${url} -d amount=2000 --data-urlencode 'note=a & b'`, { url, query: form });
  reads(`curl ${url} -H 'content-type: text/xml' --data-binary '<a>1</a>'`, {
    url,
    method: 'POST',
    body: 'raw',
    text: '<a>1</a>',
    contentType: 'text/xml',
  });
});

test('a form with files keeps what is typed, and names what lies on the disk', () => {
  reads(
    `curl -F 'note=hello;type=text/plain' -F "file=@docs/rows.csv;type=text/csv" --form-string 'a=@b' ${url}`,
    {
      url,
      method: 'POST',
      body: 'multipart',
      parts: [
        { name: 'note', value: 'hello', contentType: 'text/plain' },
        { name: 'file', value: '', fileName: 'rows.csv', contentType: 'text/csv' },
        { name: 'a', value: '@b' },
      ],
    },
    [/^-F file=@docs\/rows\.csv;type=text\/csv reads a file/],
  );
});

test('the command that browsers copy for Windows says the same as the one for other systems', () => {
  const request = {
    url,
    method: 'POST' as const,
    headers: [{ name: 'accept', value: '*/*' }],
    body: 'json' as const,
    json: '{"a":"b c"}',
  };
  const windows = `curl ^"${url}^" ^\r\n  -H ^"accept: */*^" ^\r\n  -H ^"content-type: application/json^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":^\\^"b c^\\^"^}^"`;
  reads(windows, request);
  reads(
    `curl '${url}' -H 'accept: */*' -H 'content-type: application/json' --data-raw '{"a":"b c"}'`,
    request,
  );
});

test('basic authorization is taken apart, other headers about the connection are left to the server', () => {
  reads(
    `curl ${url} -H 'Authorization: Basic c2hvcDphOmI=' -H 'Accept-Encoding: gzip' -H 'Host: x' -I -m 5`,
    {
      url,
      method: 'HEAD',
      auth: 'basic',
      user: 'shop',
      password: 'a:b',
      timeoutSeconds: 5,
    },
    [/^The header "Host" is set by the server/],
  );
  reads(`curl ${url} -H 'Authorization: Token x'`, {
    url,
    headers: [{ name: 'Authorization', value: 'Token x' }],
  });
});

test('what cannot be taken over is said, and takes nothing else along', () => {
  reads(
    `curl -k -x http://proxy:1 --proxy-ntlm -o out.json ${url} -d @body.json -H "x: $TOKEN" -X OPTIONS`,
    { url, headers: [{ name: 'x', value: '$TOKEN' }] },
    [
      /-k was not taken over/,
      /option -x was not/,
      /option --proxy-ntlm was not/,
      /@body\.json reads a file/,
      /\$TOKEN is a value of your shell/,
      /method OPTIONS cannot be sent/,
    ],
  );
});

test('what is no command is refused with the way out', () => {
  for (const text of ['', 'wget https://a.example', 'curl', `curl '${url}`, `curl ${'a'.repeat(5000)}`]) {
    const read = readCurl(text);
    ok(!read.ok && /[.]$/.test(read.says), text.slice(0, 20));
  }
});

test('whatever a word holds, it comes back from each way to quote it', () => {
  const quote = [
    (word: string) => `'${word.replaceAll("'", `'\\''`)}'`,
    (word: string) => `"${word.replaceAll(/["\\$`]/g, (found) => `\\${found}`)}"`,
    (word: string) => `$'${word.replaceAll(/['\\]/g, (found) => `\\${found}`).replaceAll('\n', '\\n')}'`,
    (word: string) => [...word].map((one) => (one === '\n' ? `'\n'` : `\\${one}`)).join('') || "''",
  ];
  const word = fc.string({ unit: fc.constantFrom('a', ' ', "'", '"', '\\', '$', '\n', '`', 'é', '{', '-') });
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.constantFrom(...quote))), (words) => {
      const line = words.map(([text, write]) => write(text)).join(' \\\n ');
      // A caret before a quote would make it a command of Windows; there is none here.
      deepEqual(
        shellWords(line).words,
        words.map(([text]) => text),
      );
    }),
  );
});

test('whatever is pasted gives a request or a reason, soon', () => {
  const piece = fc.constantFrom(
    '-d ',
    '-H ',
    "'",
    '"',
    '^',
    '\\',
    '\n',
    '{',
    '}',
    '=',
    '@',
    '&',
    '%',
    '--json ',
    '-F ',
    'https://a.example ',
    ';',
    ':',
    '-u ',
    '-G ',
    'x',
    '$',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const read = readCurl(`curl ${pieces.join('')}`);
      if (read.ok) outgoingRequestSchema.parse(read.request);
    }),
  );
  for (const bomb of ["'", '"', '\\', '$', '^"', '\\"', '""', "$'"]) readCurl(`curl ${bomb.repeat(50_000)}`);
});
