// Rule: what a webhook says of its signature agrees with itself, and its secret is kept as one.
import type { App } from '../app.ts';
import type { Complaint } from '../problem.ts';
import { placesIn, type WebhookSignature } from '../webhook-signature.ts';
import type { AppRule } from './rule.ts';

export const webhooksGuarded: AppRule = {
  about: 'The signature of each webhook can be checked, and its secret is a secret auth input.',
  check: (app) =>
    app.webhooks.flatMap(({ signature, doubles }, index) => [
      ...faults(app, signature).map(({ key, says }) => ({
        path: ['webhooks', index, 'signature', key],
        says,
      })),
      ...(doubles === undefined && isRepeatable(signature)
        ? [{ path: ['webhooks', index, 'doubles'], says: repeatable, level: 'warning' as const }]
        : []),
    ]),
  examples: [
    {
      says: 'a signed time, and the secret of the auth',
      app: {
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key', secret: true }] },
        flows: [{ name: 'on', label: 'On', start: null, steps: [] }],
        webhooks: [
          {
            name: 'hook',
            label: 'Hook',
            flow: 'on',
            signature: {
              is: 'hmac',
              header: 'stripe-signature',
              prefix: 'v1=',
              signs: '{timestamp}.{body}',
              timestamp: { prefix: 't=' },
              secretInput: 'key',
            },
          },
        ],
      },
      complains: [],
    },
    {
      says: 'a time that is signed and nowhere, a secret that everybody sees, and calls that can be sent again',
      app: {
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
        flows: [{ name: 'on', label: 'On', start: null, steps: [] }],
        webhooks: [
          {
            name: 'hook',
            label: 'Hook',
            flow: 'on',
            signature: { is: 'hmac', header: 'x-sig', signs: '{timestamp}.{body}', secretInput: 'key' },
          },
          { name: 'other', label: 'Other', flow: 'on', signature: { is: 'hmac', header: 'x-sig' } },
        ],
      },
      complains: [
        'webhooks.0.signature.secretInput: The auth input "key" is not secret. Make it secret, or leave this out: the owner then enters the secret beside the address.',
        'webhooks.0.signature.timestamp: What is signed has {timestamp} in it. Say in which header it stands.',
        'webhooks.1.doubles: A call that was overheard can be sent again with its signature. Say by what doubles are known.',
      ],
    },
  ],
};

const repeatable =
  'A call that was overheard can be sent again with its signature. Say by what doubles are known.';

/** Without a signed time, a copy of a call is as genuine as the call. */
function isRepeatable(signature: WebhookSignature): boolean {
  return signature.is === 'hmac' && !signsTime(signature.signs);
}

function signsTime(signs: string): boolean {
  return placesIn(signs).includes('timestamp');
}

interface Fault {
  readonly key: string;
  readonly says: Complaint['says'];
}

function faults(app: App, signature: WebhookSignature): Fault[] {
  if (signature.is === 'none') return [];
  const secret = faultOfSecret(app, signature.secretInput);
  const time = signature.is === 'hmac' ? faultOfTime(signature) : undefined;
  return [
    ...(secret === undefined ? [] : [{ key: 'secretInput', says: secret }]),
    ...(time === undefined ? [] : [{ key: 'timestamp', says: time }]),
  ];
}

function faultOfSecret({ auth }: App, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const input = auth.is === 'none' ? undefined : auth.inputs.find((one) => one.name === name);
  if (input === undefined)
    return `There is no auth input "${name}". Add it under Auth, or leave this out: the owner then enters the secret beside the address.`;
  if (input.secret !== true)
    return `The auth input "${name}" is not secret. Make it secret, or leave this out: the owner then enters the secret beside the address.`;
  return undefined;
}

function faultOfTime({ signs, timestamp }: Extract<WebhookSignature, { is: 'hmac' }>): string | undefined {
  if (signsTime(signs) && timestamp === undefined)
    return 'What is signed has {timestamp} in it. Say in which header it stands.';
  if (!signsTime(signs) && timestamp !== undefined)
    return 'The time is not signed, so it proves nothing. Put {timestamp} into what is signed, or leave it out.';
  return undefined;
}
