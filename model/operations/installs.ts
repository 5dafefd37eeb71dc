// The store, and the apps that a workspace has installed.
import { z } from 'zod';
import { actionSchema } from '../action.ts';
import { appCategories } from '../app.ts';
import { priceSchema } from '../price.ts';
import { triggerSchema } from '../trigger.ts';
import { inputSchema } from '../input.ts';
import { jsonSchema } from '../name.ts';
import { nothing, operation } from '../operation.ts';
import { installScopes } from '../scope.ts';

const consentView = z.object({ scope: z.enum(installScopes), may: z.string(), reason: z.string() });

const listingView = z.object({
  appId: z.uuid(),
  name: z.string(),
  label: z.string(),
  description: z.string(),
  logo: z.string().nullable(),
  category: z.enum(appCategories),
  price: priceSchema,
  publisher: z.string(),
  installs: z.int(),
  version: z.int(),
  installedHere: z.boolean(),
});

const listingPageView = listingView.extend({
  about: z.string(),
  docsUrl: z.string().nullable(),
  scopes: z.array(consentView),
  hosts: z.array(z.string()),
  authInputs: z.array(inputSchema),
  /** Whether it is connected by a sign-in at its service, after the inputs. */
  signsIn: z.boolean(),
  triggers: z.array(z.object({ name: z.string(), label: z.string(), about: z.string(), sample: jsonSchema })),
  actions: z.array(z.object({ name: z.string(), label: z.string(), about: z.string() })),
  versions: z.array(z.object({ number: z.int(), changelog: z.string(), publishedAt: z.iso.datetime() })),
});

const installStates = ['active', 'needs-attention', 'uninstalled'] as const;

export const installView = z.object({
  id: z.uuid(),
  appId: z.uuid(),
  appName: z.string(),
  appLabel: z.string(),
  logo: z.string().nullable(),
  /** Given by the owner: tells several installs of one app apart. */
  name: z.string(),
  version: z.int(),
  state: z.enum(installStates),
  /** What needs attention, in words; null when all is well. */
  attention: z.string().nullable(),
  /** Since when its service refuses the auth values; null while it does not. */
  connectionLostAt: z.iso.datetime().nullable(),
  installedAt: z.iso.datetime(),
  triggers: z.array(triggerSchema.extend({ types: z.record(z.string(), z.string()) })),
  actions: z.array(actionSchema),
});

const installId = z.uuid();

export const installOperations = {
  listListings: operation({
    method: 'GET',
    path: '/api/store',
    group: 'store',
    about: 'The apps this workspace can install: public ones and its own.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ search: z.string().max(100).optional(), category: z.enum(appCategories).optional() }),
    output: z.object({ rows: z.array(listingView) }),
  }),
  getListing: operation({
    method: 'GET',
    path: '/api/store/{appId}',
    group: 'store',
    about: 'All a workspace should know before it installs an app.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ appId: z.uuid() }),
    output: listingPageView,
    problems: ['not-found'],
  }),
  listInstalls: operation({
    method: 'GET',
    path: '/api/installs',
    group: 'installs',
    about: 'The installed apps, with their triggers and actions.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ appId: z.uuid().optional() }),
    output: z.object({ rows: z.array(installView) }),
  }),
  installApp: operation({
    method: 'POST',
    path: '/api/installs',
    group: 'installs',
    about:
      'Installs an app: consent to its scopes, the auth inputs, then its subscribe request. The key for the app is shown this once.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({
      appId: z.uuid(),
      name: z.string().trim().min(1).max(100).optional(),
      auth: z.record(z.string(), jsonSchema).default({}),
      /** The scopes consented to; each one the app asks for has to be here. */
      consent: z.array(z.enum(installScopes)).default([]),
    }),
    output: z.object({ install: installView, key: z.string() }),
    status: 201,
    problems: ['not-found', 'conflict', 'outside-failed'],
  }),
  getInstall: operation({
    method: 'GET',
    path: '/api/installs/{installId}',
    group: 'installs',
    about: 'One installed app.',
    who: 'viewer',
    scope: 'installs:read',
    input: z.object({ installId }),
    output: installView,
    problems: ['not-found'],
  }),
  rotateInstallKey: operation({
    method: 'POST',
    path: '/api/installs/{installId}/key',
    group: 'installs',
    about:
      'Makes a new key for the install; the old one goes on working for the minutes given, then it is expired.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId, overlapMinutes: z.int().min(0).max(10_080).default(60) }),
    output: z.object({ key: z.string() }),
    status: 201,
    problems: ['not-found', 'conflict'],
  }),
  retrySubscribe: operation({
    method: 'POST',
    path: '/api/installs/{installId}/subscribe',
    group: 'installs',
    about: "Sends the app's subscribe request again now.",
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId }),
    output: installView,
    problems: ['not-found', 'conflict'],
  }),
  uninstallApp: operation({
    method: 'DELETE',
    path: '/api/installs/{installId}',
    group: 'installs',
    about:
      'Uninstalls: the key is revoked, one-time URLs end, subscriptions are greyed out, the unsubscribe request is sent.',
    who: 'admin',
    scope: 'installs:write',
    input: z.object({ installId }),
    output: nothing,
    problems: ['not-found'],
  }),
};
