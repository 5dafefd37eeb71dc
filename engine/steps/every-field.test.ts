// Every setting of every step refuses what cannot be there, beside its own field, with the words of what is expected.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { readSettings } from '@bellwire/model/settings/kinds.ts';
import type { SettingField, SettingFields, SettingKind } from '@bellwire/model/settings/setting.ts';
import { stepTypes } from './step-types.ts';

type Path = readonly (string | number)[];

/** What no setting of the kind can be; a value may be anything, and whatever a place holds has a text. */
const wrong: Readonly<Record<SettingKind, readonly Json[]>> = {
  text: [],
  value: [],
  number: ['twelve', {}],
  choice: ['nobody-has-it'],
  switch: ['perhaps'],
  list: ['no list', [12]],
  condition: ['no condition'],
  reference: [{ an: 'object' }],
};

for (const type of stepTypes) {
  describe(type.label, () => {
    for (const { path, field, fields } of fieldsIn(type.settings)) {
      for (const value of wrongFor(field)) {
        test(`${path.join('.')} refuses ${JSON.stringify(value)?.slice(0, 40) ?? 'nothing'}`, () => {
          const reading = readSettings(type.settings, settingsWith(type.settings, path, fields, value));
          assert.ok(!reading.ok, 'it was taken');
          const beside = reading.complaints.filter(({ path: at }) => isAt(at, path));
          assert.ok(beside.length > 0, `no word beside it, but ${JSON.stringify(reading.complaints)}`);
          for (const { says } of beside) assert.match(says, /^\p{Lu}.{8,}[.?]$/su, 'a whole sentence');
        });
      }
    }
  });
}

function wrongFor(field: SettingField): (Json | undefined)[] {
  const isAsked = field.required === true && !('default' in field && field.default !== undefined);
  const tooLong =
    field.kind === 'text' && field.maxLength !== undefined ? ['x'.repeat(field.maxLength + 1)] : [];
  const tooSmall = field.kind === 'number' && field.min !== undefined ? [field.min - 1] : [];
  const tooLarge = field.kind === 'number' && field.max !== undefined ? [field.max + 1] : [];
  const absent = isAsked && field.kind !== 'list' && field.kind !== 'switch' ? [undefined] : [];
  return [...wrong[field.kind], ...tooLong, ...tooSmall, ...tooLarge, ...absent];
}

interface Placed {
  readonly path: Path;
  readonly field: SettingField;
  /** Of the form it stands in. */
  readonly fields: SettingFields;
}

function fieldsIn(fields: SettingFields, at: Path = []): Placed[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    { path: [...at, name], field, fields },
    ...(field.kind === 'list' ? fieldsIn(field.item, [...at, name, 0]) : []),
  ]);
}

/** The value at its place, with what has to be chosen for its field to be asked at all. */
function settingsWith(
  fields: SettingFields,
  path: Path,
  own: SettingFields,
  value: Json | undefined,
): JsonObject {
  const [name, place, ...deeper] = path;
  if (typeof name !== 'string') return {};
  const shown = shownBy(fields, fields[name]);
  if (typeof place !== 'number') return { ...shown, ...(value === undefined ? {} : { [name]: value }) };
  const list = fields[name];
  const item = list?.kind === 'list' ? list.item : own;
  return { ...shown, [name]: [settingsWith(item, deeper, own, value)] };
}

/** A field that is only asked while another one has some value, which may hang on a third. */
function shownBy(fields: SettingFields, field: SettingField | undefined): JsonObject {
  if (field?.when === undefined) return {};
  const { setting, is } = field.when;
  const other = fields[setting];
  const [first = ''] = is;
  return { ...shownBy(fields, other), [setting]: other?.kind === 'switch' ? first === 'true' : first };
}

function isAt(at: Path, path: Path): boolean {
  return path.every((key, place) => at[place] === key);
}
