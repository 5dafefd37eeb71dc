// Writes a value to a field of the contact or of the app, by the field's own type; what does not fit is said, not written.
import type { Json } from '@bellwire/model/json.ts';
import type { Write } from '@bellwire/model/step-type.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { coerce } from './language/value.ts';
import { note } from './story.ts';
import { replaceTop, type Walk } from './walk.ts';

export function write(walk: Walk, { to, value }: Write): void {
  const dot = to.indexOf('.');
  const root = to.slice(0, dot);
  const name = to.slice(dot + 1);
  const frame = walk.run.frames.at(-1);
  if (frame?.flow.is === 'bot' && root === 'user') return writeUser(walk, name, value);
  if (frame?.flow.is === 'app' && root === 'app') return writeApp(walk, name, value);
  const fields = frame?.flow.is === 'app' ? 'app fields (app.…)' : 'user fields (user.…)';
  note(walk, `"${to}" was not set: here only ${fields} can be.`);
}

function writeUser(walk: Walk, name: string, value: Json): void {
  if (walk.contact === null) return note(walk, `user.${name} was not set: this run is for no contact.`);
  const fitting = fit(walk, `user.${name}`, walk.world.bot?.userFields.get(name), value);
  if (fitting === undefined) return;
  walk.contact = { ...walk.contact, fields: { ...walk.contact.fields, [name]: fitting } };
}

function writeApp(walk: Walk, name: string, value: Json): void {
  const frame = walk.run.frames.at(-1);
  if (frame?.flow.is !== 'app') return;
  const install = walk.world.install(frame.flow.installId, frame.flow.versionId);
  const fitting = fit(
    walk,
    `app.${name}`,
    install?.app.fields.find((field) => field.name === name)?.type,
    value,
  );
  if (fitting !== undefined) replaceTop(walk, { values: { ...frame.values, [name]: fitting } });
}

function fit(walk: Walk, place: string, type: ValueType | undefined, value: Json): Json | undefined {
  if (type === undefined) {
    note(walk, `${place} was not set: there is no such field.`);
    return undefined;
  }
  const coerced = coerce(value, type);
  if (coerced.ok) return coerced.value;
  note(walk, `${place} was left as it was: the value ${coerced.says}.`);
  return undefined;
}
