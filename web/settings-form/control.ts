// What the control of one kind of setting gets; a kind is one control here and one line in controls.tsx.
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { Path } from '@bellwire/model/settings/kind.ts';
import type { SettingField, SettingFields } from '@bellwire/model/settings/setting.ts';
import type { FieldProps } from '../ui/field.tsx';
import type { Surroundings } from './surroundings.ts';
import type { Told } from '../server-state/problem-words.ts';

/** The same for all controls of one form. */
export interface FormScene {
  readonly surroundings: Surroundings;
  /** Their paths begin at the form's settings. */
  readonly complaints: readonly Told[];
  /** All settings of the form: what is chosen in one can say what another offers. */
  readonly values: JsonObject;
  readonly fields: SettingFields;
  /** How a list draws its entries: given in, so that no control has to know the list of controls. */
  readonly drawFields: (props: NestedFields) => ReactNode;
}

export interface NestedFields {
  readonly fields: SettingFields;
  readonly values: JsonObject;
  readonly onChange: (values: JsonObject) => void;
  readonly path: Path;
  readonly scene: FormScene;
}

export interface ControlProps<Field extends SettingField> {
  readonly field: Field;
  readonly value: Json | undefined;
  /** `undefined` takes the setting away. */
  readonly onChange: (value: Json | undefined) => void;
  /** Label, hint and problem, to be spread over what is drawn. */
  readonly frame: FieldProps;
  readonly path: Path;
  readonly scene: FormScene;
}

/** A method, not a property: so a control taken from its table by a kind known only later can be handed its field. */
export interface Control<Field extends SettingField> {
  draw(props: ControlProps<Field>): ReactNode;
}
