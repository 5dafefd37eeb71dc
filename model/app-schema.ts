// The published JSON Schema of the text form of an app: what an editor needs to complete and check it.
import { z } from 'zod';
import { appSchema } from './app.ts';
import { flowStepSchema } from './flow.ts';
import { isJsonObject, jsonObject, type Json, type JsonObject } from './json.ts';
import { settingsSchema } from './settings/kinds.ts';
import type { StepType } from './step-type.ts';

/** JSON Schema 2020-12. The settings of each step come from its type; only types that may stand in an app are taken. */
export function appJsonSchema(stepTypes: readonly StepType[]): JsonObject {
  const types = stepTypes.filter((type) => type.sides.includes('app'));
  const printed = z.toJSONSchema(appSchema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === flowStepSchema && types.length > 0)
        Object.assign(jsonSchema, { allOf: rulesOf(types) });
    },
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:bellwire:app:1',
    title: 'Bellwire mini-app',
    description: 'A mini-app in its text form. What has a default may be left out.',
    ...titled(cleaned(jsonObject(printed))),
  };
}

/** As it is committed, in `docs/schema/app.schema.json`. */
export function appSchemaText(stepTypes: readonly StepType[]): string {
  return `${JSON.stringify(appJsonSchema(stepTypes), null, 2)}\n`;
}

function rulesOf(types: readonly StepType[]): JsonObject[] {
  return [{ properties: { type: { enum: types.map((type) => type.name) } } }, ...types.map(settingsOf)];
}

function settingsOf({ name, label, about, settings }: StepType): JsonObject {
  return {
    if: { properties: { type: { const: name } } },
    then: { title: label, description: about, properties: { settings: settingsSchema(settings) } },
  };
}

/**
 * Takes out what zod writes for "any JSON value": a definition that refers to itself, which says nothing more than leaving
 * it out, and which would not be found from inside a step's settings.
 */
function cleaned(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([key, value]) => {
    if (key === '$ref') return typeof value === 'string' && !value.startsWith('#/$defs/__schema');
    return key !== '$defs' && key !== '$schema';
  });
  return Object.fromEntries(kept.map(([key, value]) => [key, cleanedValue(value)]));
}

function cleanedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(cleanedValue);
  return isJsonObject(value) ? cleaned(value) : value;
}

/** Gives each property a title, made of its key where it has none. */
function titled(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, Json] => {
      if (key === 'properties' && isJsonObject(value)) return [key, titledProperties(value)];
      if (key === 'items' && isJsonObject(value)) return [key, titled(value)];
      if ((key === 'oneOf' || key === 'anyOf') && Array.isArray(value)) {
        return [key, value.map((option) => (isJsonObject(option) ? titled(option) : option))];
      }
      return [key, value];
    }),
  );
}

function titledProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      isJsonObject(property) ? { title: titleOf(name), ...titled(property) } : property,
    ]),
  );
}

/** @example titleOf('oneTimeUrls') // 'One time urls' */
function titleOf(key: string): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
