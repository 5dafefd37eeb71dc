// Connecting an app by signing in at its service (OAuth 2), and the client that the service has registered for the app.
import { z } from 'zod';
import { jsonSchema } from '../name.ts';
import { operation } from '../operation.ts';
import { installScopes } from '../scope.ts';
import { installView } from './installs.ts';

const appId = z.uuid();

const clientView = z.object({
  clientId: z.string(),
  /** The secret itself is never shown. */
  hasSecret: z.boolean(),
  /** To be registered at the service: it sends people back here, and nowhere else. */
  redirectUrl: z.string(),
});

export const oauthOperations = {
  getAppClient: operation({
    method: 'GET',
    path: '/api/apps/{appId}/client',
    group: 'apps',
    about: 'The OAuth 2 client of an app, and the address its service sends people back to.',
    who: 'builder',
    scope: 'apps:read',
    input: z.object({ appId }),
    output: clientView,
    problems: ['not-found'],
  }),
  setAppClient: operation({
    method: 'PUT',
    path: '/api/apps/{appId}/client',
    group: 'apps',
    about:
      'Sets the client ID and secret that the service has given to the app. They are no part of its text form; the secret is sealed, and kept where none is sent.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      appId,
      clientId: z.string().trim().max(500),
      secret: z.string().trim().max(4000).optional(),
    }),
    output: clientView,
    problems: ['not-found'],
  }),
  beginServiceSignIn: operation({
    method: 'POST',
    path: '/api/service-sign-ins',
    group: 'installs',
    about:
      'Begins to connect an app by a sign-in at its service: the address to send the browser to. It has to come back in the same session within 10 minutes.',
    who: 'admin',
    input: z.object({
      appId,
      /** The install to reconnect; without one the app is installed. */
      installId: z.uuid().optional(),
      name: z.string().trim().min(1).max(100).optional(),
      auth: z.record(z.string(), jsonSchema).default({}),
      consent: z.array(z.enum(installScopes)).default([]),
    }),
    output: z.object({ address: z.url() }),
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
  finishServiceSignIn: operation({
    method: 'POST',
    path: '/api/service-sign-ins/finish',
    group: 'installs',
    about:
      'Finishes it with what the service sent back: its code is exchanged for tokens, and the app is installed or reconnected.',
    who: 'admin',
    input: z.object({
      appId,
      /** The query with which the service sent the browser back, as it was. */
      answer: z.string().max(16_000),
    }),
    /** `key`: of a new install, shown this once. */
    output: z.object({ install: installView, key: z.string().nullable() }),
    status: 201,
    problems: ['not-found', 'conflict', 'gone', 'outside-failed'],
  }),
};
