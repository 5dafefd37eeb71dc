// What a form can name: the fields, steps, flows … a reference is chosen from, and the places a template can read.
import type { OperandType } from '@bellwire/engine/language/operator.ts';
import type { ReferenceTarget } from '@bellwire/model/settings/setting.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

export interface Place {
  /** As it stands in a template: `user.status`. */
  readonly path: string;
  readonly label: string;
  /** Known where a condition can offer the operators that fit. */
  readonly type?: OperandType;
}

export interface PlaceGroup {
  readonly label: string;
  readonly places: readonly Place[];
}

export interface ReferenceChoice {
  /** What the setting holds. */
  readonly value: string;
  readonly label: string;
  readonly about?: string;
  readonly type?: ValueType;
  /** Of an action: what it asks for, and what it gives back. */
  readonly inputs?: readonly NamedChoice[];
  readonly outputs?: readonly NamedChoice[];
}

export interface NamedChoice {
  readonly name: string;
  readonly label: string;
  /** Of an input that is a select: where its options are read. */
  readonly options?: { readonly source: string; readonly installId: string };
}

export interface NewField {
  readonly label: string;
  readonly type: ValueType;
}

export interface Surroundings {
  readonly references: Readonly<Record<ReferenceTarget, readonly ReferenceChoice[]>>;
  readonly places: readonly PlaceGroup[];
  /** Makes a field on the spot and gives what a reference to it holds; absent where none can be made. */
  readonly createField?: (field: NewField) => Promise<string>;
}

export const noReferences: Surroundings['references'] = {
  field: [],
  step: [],
  flow: [],
  trigger: [],
  'one-time-url': [],
  action: [],
};

/** What a text can read besides that is filled once for each item of a list. */
const itemPlaces: PlaceGroup = {
  label: 'This item',
  places: [
    { path: 'item', label: 'The item' },
    { path: 'index', label: 'Its number, from 1', type: 'number' },
    { path: 'key', label: 'Its name, in an object', type: 'text' },
  ],
};

export function placesFor(
  field: { readonly perItem?: true },
  { places }: Surroundings,
): readonly PlaceGroup[] {
  return field.perItem === true ? [itemPlaces, ...places] : places;
}

/** @returns `undefined` for a path that leads deeper, or that nobody declared. */
export function placeAt(groups: readonly PlaceGroup[], path: string): Place | undefined {
  return groups.flatMap((group) => group.places).find((place) => place.path === path);
}
