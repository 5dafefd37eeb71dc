// Import: the JSON blocks of a mini-app 1.0 (auth, actions, sources), as an app that works.
import type { AppInput } from '@bellwire/model/app.ts';
import { inputTypes, type Input } from '@bellwire/model/input.ts';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';
import { readBy } from '@bellwire/model/reading.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import type { ImportKind, Importing } from '../import-kind.ts';
import { fieldBook, labelFrom, ourName, type FieldBook } from '../names.ts';
import type { PlannedAction, PlannedRequest } from '../plan.ts';
import { writeApp } from '../write-app.ts';
import { blocksSchema, type ActionBlock, type Blocks, type FormBlock } from './blocks.ts';
import { planRequest, type RequestTools } from './requests.ts';
import { planSources } from './sources.ts';

export const miniAppOne: ImportKind = {
  label: () => 'mini-app 1.0',
  recognises: (value) => isJsonObject(value) && ('auth' in value || 'actions' in value || 'sources' in value),
  convert: ({ value }) => {
    const blocks = readBy(blocksSchema, value);
    return blocks.ok ? convert(blocks.value, value) : blocks;
  },
};

function convert(blocks: Blocks, value: Json): Importing {
  const book = fieldBook();
  const authNames = new Map((blocks.auth?.params ?? []).map(({ name }) => [name, ourName(name)]));
  const types = new Map<string, ValueType>();
  const tools = toolsFor(blocks, book, authNames, types);
  const { sources, names, notes } = planSources(blocks.sources, tools);
  const before = authRequests(blocks, tools);
  const tokens = new Set(before.flatMap(({ mappings }) => mappings.map(({ field }) => field)));
  const label = blocks.title || blocks.name || 'Imported mini-app';
  const actions: PlannedAction[] = [];
  for (const action of blocks.actions) {
    const name = ourName(
      action.name,
      actions.map((planned) => planned.name),
    );
    actions.push(planAction(action, name, { before, book, names, types, tools }));
  }
  return writeApp({
    head: {
      name: ourName(blocks.name || label),
      label: label.slice(0, 120),
      about: blocks.description.slice(0, 4000),
      auth: authOf(blocks, authNames),
      sources: [...sources],
    },
    fields: book.fields.map((field) => (tokens.has(field.name) ? { ...field, secure: true } : field)),
    actions,
    notes: [...notes, ...authNotes(blocks), ...leftOut(value)],
  });
}

function toolsFor(
  blocks: Blocks,
  book: FieldBook,
  authNames: ReadonlyMap<string, string>,
  types: Map<string, ValueType>,
): RequestTools {
  const fieldFor = (variable: string) => book.fieldFor(variable, types.get(variable) ?? 'text');
  return {
    connection: blocks.auth?.connection,
    fieldFor,
    isText: (name) => (types.get(name) ?? 'text') === 'text',
    nameOf: (name) => {
      const auth = authNames.get(name);
      return auth === undefined ? `app.${fieldFor(name)}` : `auth.${auth}`;
    },
  };
}

function authOf({ auth }: Blocks, names: ReadonlyMap<string, string>): NonNullable<AppInput['auth']> {
  if (auth === undefined || auth === null || auth.params.length === 0) return { is: 'none' };
  const inputs = auth.params.map(({ name, title }) => ({
    name: names.get(name) ?? ourName(name),
    type: 'string' as const,
    title: title || labelFrom(name),
    secret: true,
  }));
  return { is: 'inputs', inputs };
}

/** It turns the inputs into a token, so it is made first, in each action's flow: the connection of the others needs it. */
function authRequests({ auth }: Blocks, tools: RequestTools): PlannedRequest[] {
  if (auth?.request === undefined) return [];
  return [planRequest(auth.request, 'Get access', { ...tools, connection: undefined })];
}

interface ActionTools {
  readonly before: readonly PlannedRequest[];
  readonly book: FieldBook;
  /** Of the sources that were taken over. */
  readonly names: ReadonlyMap<string, string>;
  readonly types: Map<string, ValueType>;
  readonly tools: RequestTools;
}

function planAction(
  action: ActionBlock,
  name: string,
  { before, book, names, types, tools }: ActionTools,
): PlannedAction {
  const taken: string[] = [];
  const inputs = action.forms.map((form): Input => {
    types.set(form.name, form.type === 'number' ? 'number' : 'text');
    const inputName = ourName(form.name, taken);
    taken.push(inputName);
    return inputOf(form, inputName, tools.fieldFor(form.name), names.get(form.source ?? ''));
  });
  const label = action.title || labelFrom(action.name);
  const requests = action.requests.map((request) => planRequest(request, label, tools));
  const given = [...new Set(requests.flatMap(({ mappings }) => mappings.map(({ field }) => field)))];
  return {
    name,
    label,
    about: action.description,
    inputs,
    requests: [...before, ...requests],
    outputs: given.map((field) => ({
      name: field,
      label: book.fields.find((one) => one.name === field)?.label ?? labelFrom(field),
      field,
    })),
  };
}

function inputOf(form: FormBlock, name: string, saveTo: string, source: string | undefined): Input {
  const { title, default: given, placeholder, description } = form;
  const type = inputTypes.find((known) => known === form.type) ?? 'string';
  return {
    name,
    // A select without its source would have no options; a line takes the same values.
    type: type === 'select' && source === undefined ? 'string' : type,
    title: (title || labelFrom(form.name)).slice(0, 120),
    required: form.required ?? given === undefined,
    saveTo,
    ...(given !== undefined && { default: given }),
    ...(placeholder !== '' && { placeholder: placeholder.slice(0, 200) }),
    ...(description !== '' && { description: description.slice(0, 500) }),
    ...(type === 'select' && source !== undefined && { source }),
  };
}

function authNotes({ auth }: Blocks): string[] {
  if (auth?.request === undefined) return [];
  return [
    'The request of the auth block is made first in each action: "Get access". Its token is not kept between runs.',
  ];
}

/** Nothing is known about what stands in them. */
function leftOut(value: Json): string[] {
  const known = new Set([
    ...Object.keys(blocksSchema.shape),
    'logo',
    'cover',
    'video',
    'video_id',
    'version',
  ]);
  return Object.keys(isJsonObject(value) ? value : {})
    .filter((key) => !known.has(key))
    .map((key) => `The block "${key}" was left out: build what it did by hand.`);
}
