// What the forms of an app can name: its fields, triggers, flows, addresses, and what its auth asked for.
import type { App } from '@bellwire/model/app.ts';
import type { AppField } from '@bellwire/model/app-field.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import type { AppFlow } from '@bellwire/model/flow.ts';
import { noReferences, type PlaceGroup, type ReferenceChoice, type Surroundings } from './surroundings.ts';
import { stepChoices } from './step-choices.ts';

/** `flow`: the one whose steps are being edited, if any. */
export function appSurroundings(app: App, flow?: AppFlow): Surroundings {
  return {
    references: {
      ...noReferences,
      field: app.fields.map(fieldChoice),
      step: flow === undefined ? [] : stepChoices(flow.steps),
      flow: app.flows.map(nameChoice),
      trigger: app.triggers.map(nameChoice),
      'one-time-url': app.oneTimeUrls.map(nameChoice),
    },
    places: appPlaces(app),
  };
}

export function appPlaces(app: App): PlaceGroup[] {
  const groups: PlaceGroup[] = [
    {
      label: 'App fields',
      places: app.fields.map(({ name, label, type }) => ({ path: `app.${name}`, label, type })),
    },
    {
      label: 'Auth',
      places: authInputs(app.auth).map(({ name, title }) => ({ path: `auth.${name}`, label: title })),
    },
    ...appOwnPlaces,
  ];
  return groups.filter((group) => group.places.length > 0);
}

const appOwnPlaces: readonly PlaceGroup[] = [
  {
    label: 'This run',
    places: [
      { path: 'contact.ns', label: 'Contact id', type: 'text' },
      { path: 'install.id', label: 'Install id', type: 'text' },
      { path: 'install.workspace_id', label: 'Workspace id', type: 'text' },
      { path: 'install.workspace_name', label: 'Workspace name', type: 'text' },
      { path: 'now', label: 'This moment', type: 'datetime' },
    ],
  },
];

function fieldChoice({ name, label, type }: AppField): ReferenceChoice {
  return { value: `app.${name}`, label, about: `app.${name}`, type };
}

function nameChoice({ name, label }: { name: string; label: string }): ReferenceChoice {
  return { value: name, label, about: name };
}
