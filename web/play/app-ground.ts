// An app's flow to be played: the app as it is drafted, with values for its fields and its auth.
import { sampleContact } from '@bellwire/engine/sample-contact.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { App } from '@bellwire/model/app.ts';
import { appPlaces } from '../settings-form/app-surroundings.ts';
import { under, type Given, type PlayGround } from './play-ground.ts';
import { sampleAuth } from './sample-auth.ts';

const INSTALL = '01958f3e-7c00-7000-8000-00000000d001';

export function appGround(app: App, flow: string): PlayGround {
  return {
    places: appPlaces(app).flatMap((group) => {
      const places = group.places.filter(({ path }) => path.startsWith('app.') || path.startsWith('auth.'));
      return places.length === 0 ? [] : [{ ...group, places }];
    }),
    samples: samplesOf(app, flow),
    definitions: (_graph, given) => ({
      stepTypes: stepTypeMap,
      bot: null,
      installs: [
        {
          id: INSTALL,
          versionId: INSTALL,
          workspaceId: sampleContact.workspaceId,
          workspaceName: 'Sample workspace',
          app,
          auth: sampleAuth(app, under(given, 'auth')),
        },
      ],
      begins: { is: 'app', installId: INSTALL, flow, values: under(given, 'app') },
      seed: 'play',
    }),
    contact: () => sampleContact,
    isShown: (ref) => ref.is === 'app' && ref.flow === flow,
  };
}

/** What the first action that runs the flow asks for, as far as its author has said what is usual. */
function samplesOf(app: App, flow: string): Given {
  const inputs = app.actions.find((action) => action.flow === flow)?.inputs ?? [];
  const given = inputs.flatMap(({ saveTo, default: usual }) =>
    saveTo === undefined || usual === undefined ? [] : [[`app.${saveTo}`, usual] as const],
  );
  const examples = app.triggers.flatMap(({ items }) =>
    items.flatMap(({ field, example }) =>
      example === undefined ? [] : [[`app.${field}`, example] as const],
    ),
  );
  const asked = new Set(inputs.map(({ saveTo }) => `app.${saveTo}`));
  return Object.fromEntries([...examples.filter(([path]) => asked.has(path)), ...given]);
}
