// What one kind of setting must say of itself; a kind is one file here, one line in kinds.ts and one control in the web room.
import type { Complaint } from '../problem.ts';
import type { Json, JsonObject } from '../json.ts';
import type { SettingField, SettingFields } from './setting.ts';

export type Path = readonly (string | number)[];

export type Reading<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** How a list reads its entries: given by the caller, so that no kind has to know the list of kinds. */
export interface Nested {
  read(fields: SettingFields, value: Json, path: Path): Reading;
  jsonSchema(fields: SettingFields): JsonObject;
}

export interface Kind<Field extends SettingField> {
  /** Whether `{{places}}` in the value are filled before it is read. */
  fills(field: Field): boolean;
  /** From what was saved, its places filled, to the typed value. */
  read(field: Field, value: Json, path: Path, nested: Nested): Reading;
  jsonSchema(field: Field, nested: Nested): JsonObject;
}

export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function refuse(path: Path, says: string): Reading<never> {
  return { ok: false, complaints: [{ path, says }] };
}
