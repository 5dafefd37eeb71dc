// Import: an OpenAPI 3 document; each operation that is chosen becomes an action that calls it.
import { isJsonObject, ownValue, type Json } from '@bellwire/model/json.ts';
import type { ImportKind, Importing } from '../import-kind.ts';
import { fieldBook, ourName } from '../names.ts';
import type { PlannedAction } from '../plan.ts';
import { writeApp } from '../write-app.ts';
import { entriesAt, listAt, textAt } from './document.ts';
import { operationsIn, planOperation, type FoundOperation } from './operation.ts';
import { readSecurity } from './security.ts';

/** More would be a list that nobody reads; the others can be chosen. */
const FIRST_CHOSEN = 20;

export const openApi: ImportKind = {
  label: (value) => `OpenAPI ${textAt(value, 'openapi') || textAt(value, 'swagger')}`,
  recognises: (value) =>
    isJsonObject(value) &&
    (ownValue(value, 'openapi') !== undefined || ownValue(value, 'swagger') !== undefined),
  convert: ({ value }, choose) => {
    if (!textAt(value, 'openapi').startsWith('3.'))
      return refuse(['swagger'], 'Only OpenAPI 3 can be read. Convert the document to 3.0 first.');
    const found = operationsIn(value);
    if (found.length === 0)
      return refuse(['paths'], 'No operation is in this document: its "paths" are expected here.');
    const chosen =
      choose === undefined ? found.slice(0, FIRST_CHOSEN) : found.filter(({ id }) => choose.includes(id));
    return convert(value, found, chosen);
  },
};

function refuse(path: readonly string[], says: string): Importing {
  return { ok: false, complaints: [{ path, says }] };
}

function convert(root: Json, found: readonly FoundOperation[], chosen: readonly FoundOperation[]): Importing {
  const book = fieldBook();
  const security = readSecurity(root);
  const { server, notes } = serverOf(root);
  const actions: PlannedAction[] = [];
  const left: string[] = [];
  for (const operation of chosen) {
    const taken = actions.map(({ name }) => name);
    const planned = planOperation(operation, { root, server, security, book, taken });
    actions.push(planned.action);
    left.push(...planned.notes);
  }
  const info = ownValue(root, 'info');
  const label = textAt(info, 'title').trim().slice(0, 120) || 'Imported API';
  const { inputs } = security;
  const written = writeApp({
    head: {
      name: ourName(label),
      label,
      about: textAt(info, 'description').slice(0, 4000),
      auth: inputs.length === 0 ? { is: 'none' } : { is: 'inputs', inputs: [...inputs] },
    },
    fields: book.fields,
    actions,
    notes: [...notes, ...security.notes, ...left, ...emptyNotes(actions)],
  });
  return written.ok ? { ...written, choices: choicesOf(found, chosen) } : written;
}

function choicesOf(found: readonly FoundOperation[], chosen: readonly FoundOperation[]) {
  return found.map((operation) => ({
    id: operation.id,
    label: operation.label,
    about: operation.id,
    isChosen: chosen.includes(operation),
  }));
}

/** Its variables are filled with what they have as default. */
function serverOf(root: Json): { server: string; notes: string[] } {
  const [first] = listAt(root, 'servers');
  const url = entriesAt(first, 'variables').reduce(
    (filled, [name, variable]) => filled.replaceAll(`{${name}}`, textAt(variable, 'default')),
    textAt(first, 'url'),
  );
  if (/^https?:\/\//i.test(url)) return { server: url.replace(/\/+$/, ''), notes: [] };
  const notes = ['The document does not say where its server is: write the address into each request.'];
  return { server: `https://api.example.com${url.startsWith('/') ? url.replace(/\/+$/, '') : ''}`, notes };
}

function emptyNotes(actions: readonly PlannedAction[]): string[] {
  return actions.some(({ inputs }) => inputs.some(({ required }) => !required))
    ? ['Inputs that are left empty are sent as empty or null. Remove those you do not need.']
    : [];
}
