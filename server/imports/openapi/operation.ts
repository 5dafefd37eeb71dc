// One operation of an OpenAPI document as an action: its parameters and body as inputs, its answer as outputs.
import { ownValue, type Json, type JsonObject } from '@bellwire/model/json.ts';
import type { Input } from '@bellwire/model/input.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { requestMethods } from '@bellwire/model/outgoing-request.ts';
import { labelFrom, ourName, type FieldBook } from '../names.ts';
import type { PlannedAction, PlannedRequest } from '../plan.ts';
import { planAnswer } from './answer.ts';
import { planContent } from './body.ts';
import { entriesAt, listAt, resolve, textAt } from './document.ts';
import { exampleOf, schemaAt, valueTypeOf } from './schema.ts';
import type { Security } from './security.ts';

export interface FoundOperation {
  /** `POST /orders/{id}` */
  readonly id: string;
  readonly method: (typeof requestMethods)[number];
  readonly path: string;
  readonly label: string;
  readonly about: string;
  readonly operation: JsonObject;
  /** Those of the path hold for each of its operations. */
  readonly parameters: readonly JsonObject[];
}

export function operationsIn(root: Json): FoundOperation[] {
  return entriesAt(root, 'paths').flatMap(([path, value]) => {
    const item = resolve(root, value) ?? {};
    return requestMethods.flatMap((method) => {
      const operation = resolve(root, item[method.toLowerCase()]);
      return operation === undefined ? [] : [found(root, { path, method, operation, item })];
    });
  });
}

type Found = Pick<FoundOperation, 'path' | 'method' | 'operation'> & { readonly item: JsonObject };

function found(root: Json, { path, method, operation, item }: Found): FoundOperation {
  const own = parametersOf(root, operation);
  const shared = parametersOf(root, item).filter((one) => !own.some((other) => sameParameter(one, other)));
  const label = textAt(operation, 'summary') || labelFrom(textAt(operation, 'operationId'));
  return {
    id: `${method} ${path}`,
    method,
    path,
    label: (label === 'Value' ? `${method} ${path}` : label).slice(0, 120),
    about: textAt(operation, 'description').slice(0, 4000),
    operation,
    parameters: [...own, ...shared],
  };
}

function parametersOf(root: Json, value: JsonObject): JsonObject[] {
  return listAt(value, 'parameters')
    .map((parameter) => resolve(root, parameter))
    .filter((parameter) => parameter !== undefined);
}

function sameParameter(one: JsonObject, other: JsonObject): boolean {
  return textAt(one, 'name') === textAt(other, 'name') && textAt(one, 'in') === textAt(other, 'in');
}

interface Surroundings {
  readonly root: Json;
  readonly server: string;
  readonly security: Security;
  readonly book: FieldBook;
  /** Names of the actions that are planned already. */
  readonly taken: readonly string[];
}

interface Planned {
  readonly action: PlannedAction;
  readonly notes: readonly string[];
}

const MOST_INPUTS = 50;

export function planOperation(
  found: FoundOperation,
  { root, server, security, book, taken }: Surroundings,
): Planned {
  const { inputs, ask } = asker(book);
  const request = planRequest(found, { root, server, ask });
  const content = planContent(root, found.operation, ({ path, schema, type, required }) =>
    ask(path.join('_') || 'body', { schema, type, required }),
  );
  const { mappings, outputs } = planAnswer(root, found.operation, book);
  const { label, about, id } = found;
  const whole = { ...request, ...security.authOf(found.operation), ...content.body };
  const left =
    inputs.length > MOST_INPUTS ? [`${id}: only its first ${MOST_INPUTS} inputs were taken over.`] : [];
  return {
    action: {
      name: ourName(textAt(found.operation, 'operationId') || `${found.method}_${found.path}`, taken),
      label,
      about,
      inputs: inputs.slice(0, MOST_INPUTS),
      requests: [{ label, request: whole, mappings }],
      outputs,
    },
    notes: [...left, ...(content.note === undefined ? [] : [`${id}: ${content.note}.`])],
  };
}

/** Asks for each value once, and says which field holds it. */
function asker(book: FieldBook): { readonly inputs: readonly Input[]; readonly ask: Asking['ask'] } {
  const inputs: Input[] = [];
  const ask: Asking['ask'] = (foreign, value) => {
    const field = book.fieldFor(foreign, value.type);
    const taken = inputs.map(({ name }) => name);
    if (!inputs.some(({ saveTo }) => saveTo === field))
      inputs.push(inputOf(ourName(foreign, taken), foreign, field, value));
    return `app.${field}`;
  };
  return { inputs, ask };
}

interface Asked {
  readonly schema: JsonObject;
  readonly type: ValueType;
  readonly required: boolean;
  readonly about?: string;
}

interface Asking {
  readonly root: Json;
  readonly server: string;
  ask(foreign: string, value: Asked): string;
}

function planRequest(
  { method, path, parameters }: FoundOperation,
  { root, server, ask }: Asking,
): PlannedRequest['request'] {
  const placeOf = (parameter: JsonObject): string => {
    const schema = schemaAt(root, parameter['schema']) ?? {};
    const required = ownValue(parameter, 'required') === true;
    const about = textAt(parameter, 'description');
    return ask(textAt(parameter, 'name'), { schema, type: valueTypeOf(schema), required, about });
  };
  const inPath = parameters.filter((parameter) => textAt(parameter, 'in') === 'path');
  const pairs = (where: string) =>
    parameters
      .filter((parameter) => textAt(parameter, 'in') === where)
      .map((parameter) => ({ name: textAt(parameter, 'name'), value: `{{${placeOf(parameter)}}}` }));
  const filled = inPath.reduce(
    (url, parameter) =>
      url.replaceAll(`{${textAt(parameter, 'name')}}`, `{{${placeOf(parameter)} | url_encode}}`),
    path,
  );
  return {
    method,
    url: server + filled,
    query: pairs('query').slice(0, 50),
    headers: pairs('header').slice(0, 50),
  };
}

/** A value that is a list or an object is asked for as JSON, in a text that keeps its lines. */
function inputOf(
  name: string,
  foreign: string,
  field: string,
  { schema, type, required, about }: Asked,
): Input {
  const example = exampleOf(schema);
  const description = about || textAt(schema, 'description') || (type === 'json' ? 'As JSON.' : '');
  const otherwise = ownValue(schema, 'default');
  return {
    name,
    type:
      type === 'number' ? 'number' : type === 'boolean' ? 'checkbox' : type === 'json' ? 'text' : 'string',
    title: labelFrom(foreign),
    required,
    saveTo: field,
    ...(type !== 'json' && otherwise !== undefined && otherwise !== null && { default: otherwise }),
    ...(description !== '' && { description: description.slice(0, 500) }),
    ...((typeof example === 'string' || typeof example === 'number') && {
      placeholder: `${example}`.slice(0, 200),
    }),
  };
}
