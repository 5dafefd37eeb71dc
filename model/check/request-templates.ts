// The templates of an app's requests and pages, which stand outside of its flows.
import type { App } from '../app.ts';
import { changeAt, templatePlaces } from '../mentions/app-places.ts';
import type { Path } from '../settings/kind.ts';

export function requestTemplates(app: App): { readonly text: string; readonly path: Path }[] {
  const templates: { text: string; path: Path }[] = [];
  for (const at of templatePlaces) {
    changeAt(app, at, (text, path) => {
      templates.push({ text, path });
      return text;
    });
  }
  return templates;
}
