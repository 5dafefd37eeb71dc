// Meaning: what an install has to agree to before it follows.
import { newPowers } from '../new-powers.ts';
import type { MeaningRule } from './meaning.ts';

export const powersGrown: MeaningRule = {
  about: 'A version that asks for more scopes, hosts or secrets waits for consent.',
  of: (before, after) =>
    newPowers({ app: before, scopes: before.scopes.map(({ scope }) => scope) }, after).map((power) => ({
      is: 'asks',
      says: `Installs stay on their version until their owners agree: ${power}.`,
    })),
  examples: [
    {
      says: 'another scope, another host, another secret',
      before: { hosts: ['api.example.com'] },
      after: {
        hosts: ['api.example.com', 'cdn.example.com'],
        scopes: [{ scope: 'contacts:read', reason: 'To greet them.' }],
        auth: {
          is: 'inputs',
          inputs: [{ name: 'key', type: 'string', title: 'API key', secret: true }],
        },
      },
      means: [
        'asks: Installs stay on their version until their owners agree: it may read contacts and their fields.',
        'asks: Installs stay on their version until their owners agree: it may call cdn.example.com.',
        'asks: Installs stay on their version until their owners agree: it needs "API key".',
      ],
    },
    {
      says: 'fewer powers ask for nothing',
      before: { hosts: ['api.example.com'] },
      after: { hosts: [] },
      means: [],
    },
  ],
};
