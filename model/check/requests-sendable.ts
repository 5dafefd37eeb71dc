// Rule: the requests of an app, outside of its flows, are whole; those of steps are checked by their step type.
import { appRequests } from '../app-requests.ts';
import type { AppRule } from './rule.ts';

export const requestsSendable: AppRule = {
  about: 'Each request says all that is needed to send it and to read its answer.',
  check: (app, { checkRequest }) =>
    appRequests(app).flatMap(({ path, request }) =>
      checkRequest(request).map(({ path: within, says }) => ({ path: [...path, ...within], says })),
    ),
  examples: [
    {
      says: 'an address alone, and a body that the method takes',
      app: {
        subscribe: {
          method: 'POST',
          url: 'https://api.example.com',
          body: 'json',
          json: '{"a": {{install.id}}}',
        },
        unsubscribe: { url: 'https://api.example.com' },
      },
      complains: [],
    },
    {
      says: 'a body without its text, and an authorization without its token',
      app: {
        subscribe: { method: 'POST', url: 'https://api.example.com', body: 'json' },
        unsubscribe: { url: 'https://api.example.com', auth: 'bearer' },
      },
      complains: [
        'subscribe.json: JSON is missing. Fill it in.',
        'unsubscribe.token: Token is missing. Fill it in.',
      ],
    },
  ],
};
