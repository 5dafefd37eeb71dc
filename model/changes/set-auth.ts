// Changes how an install of the app is connected to its service.
import type { AppChangeKind } from './change-kind.ts';

export const setAuth: AppChangeKind<'set-auth'> = {
  says: () => 'Changed the auth',
  apply: (app, { auth }) => ({
    ok: true,
    value: { ...app, auth },
    inverse: [{ is: 'set-auth', auth: app.auth }],
  }),
  examples: [
    {
      says: 'an app asks for a key',
      on: { auth: { is: 'none' } },
      change: {
        is: 'set-auth',
        auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'API key', secret: true }] },
      },
      gives: {
        auth: {
          is: 'inputs',
          inputs: [{ name: 'key', type: 'string', title: 'API key', required: true, secret: true }],
        },
      },
    },
  ],
};
