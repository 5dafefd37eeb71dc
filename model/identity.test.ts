// Tests of identities: two spellings of one thing become equal, and nothing else does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { identitiesOf, identitiesSchema, normalEmail, normalPhone } from './identity.ts';

test('a phone number is the same however it is written', () => {
  for (const spelling of ['+49 30 1234567', '0049 (30) 123-4567', '+49/30/123.45.67', ' +49 30 123–4567 '])
    assert.equal(normalPhone(spelling), '+49301234567');
  assert.equal(normalPhone('030 1234567'), '0301234567');
  assert.equal(normalPhone('ask at the desk '), 'ask at the desk');
});

test('a normal form is its own normal form', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(normalPhone(normalPhone(text)), normalPhone(text));
      assert.equal(normalEmail(normalEmail(text)), normalEmail(text));
    }),
  );
});

test('identities come in their normal form, the surest first', () => {
  const given = identitiesSchema.parse({
    phone: '0049 30 1234567',
    email: 'Ada@Example.COM',
    customerId: ' 42 ',
  });
  assert.deepEqual(identitiesOf(given), [
    { kind: 'customerId', value: '42' },
    { kind: 'email', value: 'ada@example.com' },
    { kind: 'phone', value: '+49301234567' },
  ]);
});

test('nobody, a number that is none, and a kind that nobody knows are refused in words', () => {
  const says = (given: unknown) =>
    identitiesSchema.safeParse(given).error?.issues.map(({ message }) => message);
  assert.match(says({})?.[0] ?? '', /at least one of customerId, channelUserId, email, phone/);
  assert.match(says({ phone: 'call me' })?.[0] ?? '', /phone number is expected/);
  assert.match(says({ fax: '1' })?.[0] ?? '', /fax/);
});
