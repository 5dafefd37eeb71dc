// Import: a definition of ours, in its text form.
import { APP_FORMAT, appSchema } from '@bellwire/model/app.ts';
import { isJsonObject, ownValue } from '@bellwire/model/json.ts';
import { readBy } from '@bellwire/model/reading.ts';
import type { ImportKind } from './import-kind.ts';

export const bellwireApp: ImportKind = {
  label: () => 'mini-app',
  recognises: (value) => isJsonObject(value) && ownValue(value, 'format') === APP_FORMAT,
  replaces: true,
  convert: ({ value }) => {
    const app = readBy(appSchema, value);
    return app.ok ? { ok: true, app: app.value, notes: [] } : app;
  },
};
