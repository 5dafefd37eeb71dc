// Imports: a text that somebody has, made into a mini-app or into more of one, shown before it is taken.
import { z } from 'zod';
import { appSchema } from '../app.ts';
import { meaningKinds } from '../difference/meanings/meaning.ts';
import { operation } from '../operation.ts';
import { complaintView } from './views.ts';

const differenceView = z.object({
  changes: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      is: z.enum(['added', 'removed', 'changed']),
      says: z.string(),
      details: z.array(z.string()),
    }),
  ),
  /** What whoever has installed the app will notice. */
  meanings: z.array(z.object({ is: z.enum(meaningKinds), says: z.string() })),
});

const importView = z.object({
  /** What the text was found to be: `OpenAPI 3.1`. */
  found: z.string(),
  /** The whole app as it would be: to be made by `createApp`, or taken by `replaceApp` as `text`. */
  app: appSchema,
  text: z.string(),
  /** What the check says of it; a draft may have problems. */
  complaints: z.array(complaintView),
  /** What could not be taken over, and what has to be done by hand. */
  notes: z.array(z.string()),
  /** What can be chosen of it; those with `isChosen` are in `app`. Empty where all of it is taken. */
  choices: z.array(z.object({ id: z.string(), label: z.string(), about: z.string(), isChosen: z.boolean() })),
  /** Against the draft it would be taken into; null for a new app. */
  difference: differenceView.nullable(),
  /** A name that no other mini-app of the workspace has. */
  freeName: z.string(),
});

export const importOperations = {
  previewImport: operation({
    method: 'POST',
    path: '/api/imports/preview',
    maxBodyBytes: 6 * 1024 * 1024,
    group: 'apps',
    about:
      'Reads a text (a definition of ours, a mini-app 1.0, an OpenAPI document as JSON or YAML, a cURL command) and shows the mini-app it would make. With `appId`, the draft of that app as it would be: a definition of ours replaces it, all else is added to it. Nothing is kept.',
    who: 'builder',
    scope: 'apps:write',
    input: z.object({
      text: z.string().min(1, 'A text is expected here.').max(5_000_000),
      appId: z.uuid().optional(),
      /** The ids of `choices`; left out, the first ones are taken. */
      choose: z.array(z.string().max(500)).max(100).optional(),
    }),
    output: importView,
    problems: ['not-found'],
  }),
  compareApp: operation({
    method: 'GET',
    path: '/api/apps/{appId}/difference',
    group: 'apps',
    about:
      'What changed from one published version to another, or to the draft where `to` is left out, part by part in words, and what it means for installers.',
    who: 'viewer',
    scope: 'apps:read',
    input: z.object({
      appId: z.uuid(),
      from: z.coerce.number().int().min(1),
      to: z.coerce.number().int().min(1).optional(),
    }),
    output: differenceView,
    problems: ['not-found'],
  }),
};
