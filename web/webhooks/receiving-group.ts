// What one group of a webhook's form says of itself, and how values stand in a flat form.
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import type { Receiving } from '@bellwire/model/webhook.ts';
import { readNumber } from '../settings-form/read-number.ts';
import { shownText } from '../settings-form/shown-text.ts';

/** One group of the form: its fields, the part of the webhook it is about, and the way between the two. */
export interface ReceivingGroup<Keys extends keyof Receiving = keyof Receiving> {
  readonly title: string;
  readonly about: string;
  readonly keys: readonly Keys[];
  readonly fields: SettingFields;
  readonly toForm: (value: JsonObject) => JsonObject;
  readonly fromForm: (values: JsonObject) => JsonObject;
}

/** Taken as it stands: no template. */
export const plain = { kind: 'text', template: false } as const;

/** A JSONPath. */
export const path = { ...plain, maxLength: 500 } as const;

export function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

export function text(value: Json | undefined): string {
  return shownText(value);
}

/** What is no number stays as it was typed, to be told of. */
export function numberOf<Name extends string>(
  value: Json | undefined,
  name: Name,
): { [N in Name]?: Json } | object {
  if (value === undefined || value === '') return {};
  return { [name]: typeof value === 'string' ? readNumber(value) : value };
}
