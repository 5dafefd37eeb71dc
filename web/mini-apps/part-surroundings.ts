// What the forms of an app's parts can name. There a field is named bare, `amount`, and not by the path a step writes to.
import type { App } from '@bellwire/model/app.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { appPlaces } from '../settings-form/app-surroundings.ts';
import { noReferences, type NewField, type Surroundings } from '../settings-form/surroundings.ts';

export function partSurroundings(app: App, change: (changes: readonly Change[]) => boolean): Surroundings {
  return {
    references: {
      ...noReferences,
      field: app.fields.map(({ name, label, type }) => ({ value: name, label, about: name, type })),
      flow: app.flows.map(({ name, label }) => ({ value: name, label, about: name })),
    },
    places: appPlaces(app),
    createField: async (field) => createField(app, field, change),
  };
}

/** @returns the name of the new field. */
export function createField(
  app: App,
  { label, type }: NewField,
  change: (changes: readonly Change[]) => boolean,
): string {
  const name = nameFrom(label, partNames(app, 'fields'));
  change([{ is: 'put-part', part: 'fields', value: { name, label, type } }]);
  return name;
}
