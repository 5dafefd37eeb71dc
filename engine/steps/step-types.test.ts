// Runs every example of every step type, and what holds for all of them.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { flowStepSchema } from '@bellwire/model/flow.ts';
import { settingsSchema } from '@bellwire/model/settings/kinds.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { stepGroups, type Outcome, type StepType } from '@bellwire/model/step-type.ts';
import { fillStep } from '../fill-step.ts';
import { languageScope } from '../scope.ts';
import { exampleScope } from './example-scope.ts';
import { stepTypeMap, stepTypes } from './step-types.ts';

for (const type of stepTypes) {
  describe(`the step "${type.label}"`, () => {
    for (const example of type.examples) {
      test(example.says, () => {
        const outcome = runExample(type, example);
        deepEqual(onlyNamed(plain(outcome), example.gives), example.gives);
        if (outcome.is === 'go') {
          const exits = type.exits(example.settings).map(({ name }) => name);
          ok(exits.includes(outcome.exit), `"${outcome.exit}" is not among its exits: ${exits.join(', ')}`);
        }
      });
    }

    test('declares the effects that it has', () => {
      for (const example of type.examples)
        for (const { is } of runExample(type, example).effects ?? [])
          ok(type.effects.includes(is), `It wants "${is}" done.`);
    });

    test('shows a line on its card, for settings half done as well', () => {
      for (const settings of [{}, ...type.examples.map(({ settings }) => settings)]) {
        ok(type.summary(settings).length <= 120, type.summary(settings));
        equal(type.summary(settings).includes('undefined'), false);
      }
      equal(typeof type.summary({ changes: 'x', branches: [null], items: 5 }), 'string');
    });

    test('can be stored as a step of a flow, with exits that have names of their own', () => {
      for (const { settings } of type.examples) {
        const exits = type.exits(settings);
        equal(new Set(exits.map(({ name }) => name)).size, exits.length);
        const step = {
          id: 'a',
          type: type.name,
          settings,
          exits: Object.fromEntries(exits.map(({ name }) => [name, 'a'])),
        };
        ok(flowStepSchema.safeParse(step).success, JSON.stringify(step));
      }
    });

    test('has examples that use the settings it has', () => {
      for (const { settings } of type.examples) deepEqual(unknownSettings(type.settings, settings), []);
    });

    test('says what it is for, and has examples enough', () => {
      match(type.name, /^[a-z][a-z-]*$/);
      match(type.about, /\.$/);
      match(type.icon, /^[a-z0-9-]+$/);
      ok(stepGroups.includes(type.group));
      ok(type.sides.length > 0);
      ok(type.examples.length >= 3);
      equal(settingsSchema(type.settings).type, 'object');
    });
  });
}

test('no step type is in the list twice', () => {
  equal(stepTypeMap.size, stepTypes.length);
});

test('no step that speaks to the contact can stand in the flow of an app', () => {
  const talking = stepTypes.filter(({ group, sides }) => group === 'talk' && sides.includes('app'));
  deepEqual(talking, []);
});

function runExample(type: StepType, example: StepType['examples'][number]): Outcome {
  const scope = exampleScope(example);
  const filled = fillStep(type, example.settings, languageScope(scope));
  return example.resume === undefined ? type.run(filled, scope) : type.resume(filled, example.resume, scope);
}

/** A misspelled setting would be passed over in silence, and the example would show something else than it says. */
function unknownSettings(fields: SettingFields, settings: JsonObject): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const field = fields[name];
    if (field === undefined) return [name];
    if (field.kind !== 'list' || !Array.isArray(value)) return [];
    return value.flatMap((entry) => (isJsonObject(entry) ? unknownSettings(field.item, entry) : []));
  });
}

function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}

/** Of what came out, that which the example speaks of: keys that it does not name are left out, lists keep their length. */
function onlyNamed(value: Json, named: Json): Json {
  if (Array.isArray(value) && Array.isArray(named))
    return value.map((entry, index) => onlyNamed(entry, named[index] ?? entry));
  if (!isJsonObject(value) || !isJsonObject(named)) return value;
  const keys = Object.keys(named).filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(keys.map((key) => [key, onlyNamed(value[key] ?? null, named[key] ?? null)]));
}
