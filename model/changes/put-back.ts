// The change that puts an entry of an app back as it is now, and where it is now.
import type { App, AppPart } from '../app.ts';
import { putPartSchema, type AppChange } from './app-change.ts';

/** Read by the schema, as the compiler cannot see that the entry is one of that part. */
export function putBack(app: App, part: AppPart, index: number): Extract<AppChange, { is: 'put-part' }> {
  const next = app[part][index + 1]?.name;
  return putPartSchema.parse({
    is: 'put-part',
    part,
    value: app[part][index],
    ...(next === undefined ? {} : { before: next }),
  });
}
