// The page of all step types, from the same objects as the palette, the forms and the checks.
import { stepTypes } from '@bellwire/engine/steps/step-types.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { SettingField, SettingFields, TextSetting } from '@bellwire/model/settings/setting.ts';
import { stepGroups, type Exit, type FlowSide, type StepType } from '@bellwire/model/step-type.ts';
import { code, printedNote, table, type PrintedPage } from './printed-page.ts';

const intro = `# Step types

${printedNote}

What flows are made of. App flows and bot flows share one engine and one set of steps; a step that speaks to the contact stands in a
bot's flow only. A setting may hold \`{{places}}\`, which are filled when the step runs: see [Templates, formulas and
conditions](language.md). The examples below are the step types' own tests.`;

export const stepTypesPage: PrintedPage = {
  file: 'docs/step-types.md',
  text: () => {
    const overview = stepTypes.map((type) => [
      `[${type.label}](#${anchor(type.label)})`,
      code(type.name),
      sidesInWords(type.sides),
      type.about,
    ]);
    const inOrder = stepGroups.flatMap((group) => stepTypes.filter((type) => type.group === group));
    return `${[intro, table(['Step', 'Name', 'Stands in', 'Does'], overview), ...inOrder.map(chapter)].join('\n\n')}\n`;
  },
};

function anchor(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

const sideNames: Readonly<Record<FlowSide, string>> = { bot: 'bot flows', app: 'app flows' };

function sidesInWords(sides: readonly FlowSide[]): string {
  return sides.map((side) => sideNames[side]).join(', ');
}

function chapter(type: StepType): string {
  const facts = `${code(type.name)} · group ${type.group} · ${sidesInWords(type.sides)}`;
  const settings = rowsOf(type.settings, '');
  return [
    `## ${type.label}`,
    facts,
    type.about,
    settings.length === 0 ? 'It has no settings.' : table(['Setting', 'Is', 'For'], settings),
    exitsInWords(type),
    examplesOf(type),
  ].join('\n\n');
}

function rowsOf(fields: SettingFields, inside: string): string[][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${inside}${name}`;
    const row = [code(path), kindInWords(field), [field.label, field.about].filter(Boolean).join('. ')];
    return field.kind === 'list' ? [row, ...rowsOf(field.item, `${path}[].`)] : [row];
  });
}

function kindInWords(field: SettingField): string {
  const parts = [shapeOf(field)];
  if (field.required) parts.push('required');
  if ('default' in field && field.default !== undefined)
    parts.push(`else ${code(JSON.stringify(field.default))}`);
  if (field.when !== undefined)
    parts.push(`only where ${code(field.when.setting)} is ${field.when.is.map(code).join(' or ')}`);
  return parts.join('; ');
}

function shapeOf(field: SettingField): string {
  if (field.kind === 'choice') return field.options.map(({ value }) => code(value)).join(', ');
  if (field.kind === 'list')
    return `list, each a ${field.itemLabel}${field.max === undefined ? '' : `; at most ${field.max}`}`;
  if (field.kind === 'reference') return `name of a ${field.to.replaceAll('-', ' ')}`;
  if (field.kind === 'number') return `number${rangeOf(field)}`;
  if (field.kind === 'text') return textInWords(field);
  return field.kind;
}

function textInWords({ syntax, template, maxLength }: TextSetting): string {
  const read =
    syntax === 'json'
      ? 'JSON with places'
      : (syntax ?? (template === false ? 'text without places' : 'text'));
  return maxLength === undefined ? read : `${read}, at most ${maxLength} characters`;
}

function rangeOf({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, at least ${min}`;
  return max === undefined ? '' : `, at most ${max}`;
}

function exitsInWords(type: StepType): string {
  const always = type.exits({});
  const names = new Set(always.map(({ name }) => name));
  const more = type.examples
    .flatMap(({ settings }) => type.exits(settings))
    .find(({ name }) => !names.has(name));
  if (always.length === 0 && more === undefined) return 'It has no exits.';
  const fromSettings = more === undefined ? [] : [`more from its settings, such as ${exitInWords(more)}`];
  return `Exits: ${[...always.map(exitInWords), ...fromSettings].join(', ')}.`;
}

function exitInWords({ name, label }: Exit): string {
  return `${code(name)} (${label})`;
}

/** All are told, the first is shown: it is the plainest one. */
function examplesOf({ examples }: StepType): string {
  const [first] = examples;
  const told = examples.map(({ says }) => `- ${says}`).join('\n');
  return first === undefined
    ? told
    : `${told}\n\nThe first of them:\n\n${json({ settings: first.settings, gives: first.gives })}`;
}

function json(value: JsonObject): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}
