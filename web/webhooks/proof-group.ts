// How a call proves who sent it, as a form holds it: one flat form for a choice of shapes.
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { receivingSchema } from '@bellwire/model/webhook.ts';
import { numberOf, objectOf, plain, text, type ReceivingGroup } from './receiving-group.ts';

const isHmac = { setting: 'is', is: ['hmac'] } as const;
const isShared = { setting: 'is', is: ['secret'] } as const;
const isSigned = { setting: 'is', is: ['hmac', 'standard'] } as const;

export const proofSchema = receivingSchema.pick({ signature: true });

export const proofGroup: ReceivingGroup<'signature'> = {
  keys: ['signature'],
  title: 'Who sent it',
  about:
    'A call that does not prove it is refused, and nothing runs. Without its secret a signed webhook refuses all.',
  fields: {
    is: {
      kind: 'choice',
      label: 'A call proves who sent it by',
      required: true,
      options: [
        { value: 'none', label: 'Nothing: the address is the secret' },
        { value: 'hmac', label: 'A signature (HMAC)' },
        { value: 'standard', label: 'Standard Webhooks' },
        { value: 'secret', label: 'A shared secret' },
      ],
    },
    header: {
      ...plain,
      label: 'Header of the signature',
      when: isHmac,
      required: true,
      placeholder: 'x-signature',
    },
    prefix: { ...plain, label: 'What stands before it', when: isHmac, placeholder: 'sha256=', maxLength: 20 },
    algorithm: {
      kind: 'choice',
      label: 'Algorithm',
      when: isHmac,
      required: true,
      options: ['sha256', 'sha1', 'sha512'].map((value) => ({ value, label: value.toUpperCase() })),
      default: 'sha256',
    },
    encoding: {
      kind: 'choice',
      label: 'Written as',
      when: isHmac,
      required: true,
      options: [
        { value: 'hex', label: 'hex' },
        { value: 'base64', label: 'base64' },
      ],
      default: 'hex',
    },
    signs: {
      ...plain,
      label: 'What is signed',
      about: 'With the places {body}, {timestamp}, {url}, {method} and {form}: {timestamp}.{body}',
      when: isHmac,
      required: true,
      default: '{body}',
    },
    timeHeader: {
      ...plain,
      label: 'Header of the signed time',
      about: 'Empty: that of the signature.',
      when: isHmac,
    },
    timePrefix: {
      ...plain,
      label: 'What stands before the time',
      when: isHmac,
      placeholder: 't=',
      maxLength: 20,
    },
    toleranceSeconds: {
      kind: 'number',
      label: 'Seconds a signed time may be from now',
      when: isSigned,
      min: 1,
      max: 86_400,
      whole: true,
      default: 300,
    },
    in: {
      kind: 'choice',
      label: 'It stands in',
      when: isShared,
      required: true,
      options: [
        { value: 'header', label: 'a header' },
        { value: 'query', label: 'the query of the address' },
      ],
      default: 'header',
    },
    name: { ...plain, label: 'Named', when: isShared, required: true, placeholder: 'x-secret' },
    sharedPrefix: {
      ...plain,
      label: 'What stands before it',
      when: isShared,
      placeholder: 'Bearer ',
      maxLength: 20,
    },
    secretInput: {
      ...plain,
      label: 'Auth input that holds the secret',
      about: 'Empty: it is entered beside the address.',
      when: { setting: 'is', is: ['hmac', 'standard', 'secret'] },
      placeholder: 'signing_secret',
    },
  },
  toForm: ({ signature }) => {
    const { timestamp, prefix, ...saved } = objectOf(signature);
    const time = objectOf(timestamp);
    return {
      ...saved,
      [saved['is'] === 'secret' ? 'sharedPrefix' : 'prefix']: prefix ?? '',
      timeHeader: time['header'] ?? '',
      timePrefix: time['prefix'] ?? '',
    };
  },
  fromForm: (form) => ({ signature: signatureOf(form) }),
};

function signatureOf(form: JsonObject): Json {
  const { is = 'none', secretInput } = form;
  const secret = text(secretInput) === '' ? {} : { secretInput: text(secretInput) };
  const tolerance = numberOf(form['toleranceSeconds'], 'toleranceSeconds');
  if (is === 'secret')
    return {
      is,
      in: form['in'] ?? 'header',
      name: text(form['name']),
      prefix: text(form['sharedPrefix']),
      ...secret,
    };
  if (is === 'standard') return { is, ...tolerance, ...secret };
  if (is !== 'hmac') return { is: 'none' };
  const signs = text(form['signs']) === '' ? '{body}' : text(form['signs']);
  const timeHeader = text(form['timeHeader']);
  const time = { ...(timeHeader !== '' && { header: timeHeader }), prefix: text(form['timePrefix']) };
  return {
    is,
    header: text(form['header']),
    algorithm: form['algorithm'] ?? 'sha256',
    encoding: form['encoding'] ?? 'hex',
    prefix: text(form['prefix']),
    signs,
    // The time says something only where it is signed.
    ...(signs.includes('{timestamp}') && { timestamp: time }),
    ...tolerance,
    ...secret,
  };
}
