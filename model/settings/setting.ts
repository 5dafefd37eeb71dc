// What a setting of a step can be: plain data from which the form, the check, the types and the JSON Schema come.
import type { Condition } from '../condition.ts';
import type { Json } from '../json.ts';

interface BaseSetting {
  readonly label: string;
  /** One sentence under the control. */
  readonly about?: string;
  readonly required?: true;
  /** Shown, checked and required only while another setting of the same form has one of these values. */
  readonly when?: { readonly setting: string; readonly is: readonly string[] };
}

/** Text with `{{places}}` that are filled when the step runs. */
export interface TextSetting extends BaseSetting {
  readonly kind: 'text';
  /** The address of a request: in an app, the check sees to it that its host is declared. */
  readonly isCalled?: true;
  /** The address of a picture, sound, film or file: the form offers to upload one. */
  readonly isMedia?: true;
  readonly multiline?: true;
  readonly placeholder?: string;
  readonly default?: string;
  readonly maxLength?: number;
  /** False for text that is taken as it stands, such as a JSONPath. */
  readonly template?: false;
  /**
   * `json`: JSON in which a bare `{{place}}` stands for a value of any type, and one inside quotes for text.
   * `formula`: worked out by the step itself, so that no value is ever read as part of the formula.
   * `javascript`: the body of a function of `input` and `console`, taken as it stands. What it may see are the entries of the list
   * `inputs` of the same form.
   */
  readonly syntax?: 'json' | 'formula' | 'javascript';
  /** Filled by the step itself, once for each item of a list, which is then read as `{{item}}`, `{{index}}` and `{{key}}`. */
  readonly perItem?: true;
  /** It names an input or an output of the action that is chosen in the same form; the form offers them. */
  readonly names?: 'action-input' | 'action-output';
}

/** Like text, but a single `{{place}}` keeps the type of what stands there: a number stays a number. */
export interface ValueSetting extends BaseSetting {
  readonly kind: 'value';
  /** It answers an input of an action, which the setting of this name beside it names: a select offers its options. */
  readonly answers?: string;
  readonly placeholder?: string;
  /** As for a text. */
  readonly perItem?: true;
  readonly default?: Json;
}

/** A number, or a `{{place}}` that holds one when the step runs. */
export interface NumberSetting extends BaseSetting {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  readonly whole?: true;
  readonly default?: number;
}

export interface ChoiceOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

export interface ChoiceSetting<Value extends string = string> extends BaseSetting {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption<Value>[];
  readonly default?: NoInfer<Value>;
}

export interface SwitchSetting extends BaseSetting {
  readonly kind: 'switch';
  readonly default?: boolean;
}

export interface ListSetting<Item extends SettingFields = SettingFields> extends BaseSetting {
  readonly kind: 'list';
  readonly item: Item;
  /** What one entry is called in "Add …". */
  readonly itemLabel: string;
  readonly max?: number;
}

export interface ConditionSetting extends BaseSetting {
  readonly kind: 'condition';
}

/** The name of something else in the same bot or app; checked to be there, chosen from a list in the form. */
export interface ReferenceSetting extends BaseSetting {
  readonly kind: 'reference';
  readonly to: ReferenceTarget;
}

/**
 * `field`: where a value can be written, `user.status` in a bot's flow, `app.amount` in an app's.
 * `action`: an action of an install, by the id of the install and the action's name: `<install id>/create_link`.
 */
export type ReferenceTarget = 'field' | 'step' | 'flow' | 'trigger' | 'one-time-url' | 'action';

export type SettingField =
  | TextSetting
  | ValueSetting
  | NumberSetting
  | ChoiceSetting
  | SwitchSetting
  | ListSetting
  | ConditionSetting
  | ReferenceSetting;

export type SettingKind = SettingField['kind'];

export type SettingFields = Readonly<Record<string, SettingField>>;

type ValueOf<Field extends SettingField> = Field extends { kind: 'text' | 'reference' }
  ? string
  : Field extends { kind: 'value' }
    ? Json
    : Field extends { kind: 'number' }
      ? number
      : Field extends { kind: 'switch' }
        ? boolean
        : Field extends { kind: 'condition' }
          ? Condition
          : Field extends { kind: 'choice'; options: readonly { value: infer Value }[] }
            ? Value
            : Field extends { kind: 'list'; item: infer Item extends SettingFields }
              ? readonly ValuesOf<Item>[]
              : never;

/** Always there: required, or with a default, or of a kind that has an empty value of its own. */
type Present = { required: true } | { default: Json } | { kind: 'list' | 'switch' };

/** The typed values of a form: what a step's `run` gets. */
export type ValuesOf<Fields extends SettingFields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends { when: object }
    ? ValueOf<Fields[Name]> | undefined
    : Fields[Name] extends Present
      ? ValueOf<Fields[Name]>
      : ValueOf<Fields[Name]> | undefined;
};
