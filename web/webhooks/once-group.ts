// By what doubles are known, how an address is tested, and what is answered, as a form holds it.
import type { JsonObject } from '@bellwire/model/json.ts';
import { receivingSchema } from '@bellwire/model/webhook.ts';
import { numberOf, objectOf, path, plain, text, type ReceivingGroup } from './receiving-group.ts';

export const onceSchema = receivingSchema.pick({ doubles: true, challenge: true, answer: true });

export const onceGroup: ReceivingGroup<'doubles' | 'challenge' | 'answer'> = {
  keys: ['doubles', 'challenge', 'answer'],
  title: 'Doubles, tests and the answer',
  about: 'Services send again what was not answered in time, and some test an address before they use it.',
  fields: {
    doubles: {
      kind: 'choice',
      label: 'A call that comes again is known by',
      required: true,
      options: [
        { value: 'none', label: 'Nothing: each is a call of its own' },
        { value: 'header', label: 'An id in a header' },
        { value: 'path', label: 'An id in the call' },
        { value: 'body', label: 'The same body, for some time' },
      ],
    },
    doublesHeader: {
      ...plain,
      label: 'Header of the id',
      when: { setting: 'doubles', is: ['header'] },
      required: true,
      placeholder: 'x-event-id',
    },
    doublesPath: {
      ...path,
      label: 'JSONPath of the id',
      when: { setting: 'doubles', is: ['path'] },
      required: true,
      placeholder: '$.body.id',
    },
    doublesMinutes: {
      kind: 'number',
      label: 'Minutes',
      when: { setting: 'doubles', is: ['body'] },
      min: 1,
      max: 43_200,
      whole: true,
      default: 60,
    },
    challenge: {
      kind: 'choice',
      label: 'The service tests the address by',
      required: true,
      options: [
        { value: 'none', label: 'Nothing' },
        { value: 'query', label: 'A GET with a text in its query' },
        { value: 'body', label: 'A call with a text in its body' },
      ],
    },
    challengeName: {
      ...plain,
      label: 'Name in the query',
      when: { setting: 'challenge', is: ['query'] },
      required: true,
      default: 'hub.challenge',
    },
    challengeToken: {
      ...plain,
      label: 'Name of the token',
      about: 'Its value has to be the secret. Empty: everybody is answered.',
      when: { setting: 'challenge', is: ['query'] },
      placeholder: 'hub.verify_token',
    },
    challengePath: {
      ...path,
      label: 'JSONPath of the text',
      when: { setting: 'challenge', is: ['body'] },
      required: true,
      default: '$.body.challenge',
    },
    status: { kind: 'number', label: 'Status of the answer', min: 200, max: 299, whole: true, default: 200 },
    text: { ...plain, label: 'Text of the answer', multiline: true, maxLength: 2000 },
  },
  toForm: ({ doubles, challenge, answer }) => {
    const [double, test, given] = [objectOf(doubles), objectOf(challenge), objectOf(answer)];
    return {
      doubles: double['is'] ?? 'none',
      doublesHeader: double['name'] ?? '',
      doublesPath: double['path'] ?? '',
      doublesMinutes: double['minutes'] ?? 60,
      challenge: test['is'] ?? 'none',
      challengeName: test['name'] ?? 'hub.challenge',
      challengeToken: test['tokenName'] ?? '',
      challengePath: test['path'] ?? '$.body.challenge',
      status: given['status'] ?? 200,
      text: given['text'] ?? '',
    };
  },
  fromForm: (form) => {
    const answer = { ...numberOf(form['status'], 'status'), text: text(form['text']) };
    const isUsual = (answer['status'] ?? 200) === 200 && answer.text === '';
    return { ...doublesOf(form), ...challengeOf(form), ...(isUsual ? {} : { answer }) };
  },
};

function doublesOf(form: JsonObject): JsonObject {
  if (form['doubles'] === 'header') return { doubles: { is: 'header', name: text(form['doublesHeader']) } };
  if (form['doubles'] === 'path') return { doubles: { is: 'path', path: text(form['doublesPath']) } };
  if (form['doubles'] === 'body')
    return { doubles: { is: 'body', ...numberOf(form['doublesMinutes'], 'minutes') } };
  return {};
}

function challengeOf(form: JsonObject): JsonObject {
  const token = text(form['challengeToken']);
  if (form['challenge'] === 'query')
    return {
      challenge: {
        is: 'query',
        name: text(form['challengeName']),
        ...(token !== '' && { tokenName: token }),
      },
    };
  return form['challenge'] === 'body' ? { challenge: { is: 'body', path: text(form['challengePath']) } } : {};
}
