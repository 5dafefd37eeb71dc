// Step: work on JSON: take a part of it, change it, count or sort it.
import { FAILED_EXIT, stepType } from '@bellwire/model/step-type.ts';
import { compileJsonPath } from '../language/json-path.ts';
import { asJson } from '../language/value.ts';
import { jsonOperationExamples } from './json-operation/examples.ts';
import { findJsonOperation, jsonOperations, type JsonOperation } from './json-operation/operations.ts';
import { languageScope } from '../scope.ts';
import { brief, savedText } from './saved.ts';

const askedBy = (asked: JsonOperation['asks'][number]) => ({
  setting: 'operation',
  is: jsonOperations.filter(({ asks }) => asks.includes(asked)).map(({ name }) => name),
});

export const jsonOperation = stepType({
  name: 'json-operation',
  label: 'JSON operation',
  about: 'Works on JSON, such as a cart: takes a part of it, changes it, counts or sorts it.',
  icon: 'braces',
  group: 'data',
  sides: ['bot', 'app'],
  settings: {
    operation: {
      kind: 'choice',
      label: 'Do',
      options: jsonOperations.map(({ name, label }) => ({ value: name, label })),
      required: true,
      default: 'get',
    },
    json: { kind: 'value', label: 'JSON', placeholder: '{{user.cart}}' },
    path: {
      kind: 'text',
      label: 'JSONPath',
      template: false,
      placeholder: '$.items',
      default: '$',
      maxLength: 500,
      when: askedBy('path'),
    },
    value: { kind: 'value', label: 'Value', when: askedBy('value') },
    at: {
      kind: 'number',
      label: 'Before the entry',
      about: 'The first is 0, the last is -1. Empty: at the end.',
      whole: true,
      when: askedBy('at'),
    },
    by: {
      kind: 'text',
      label: 'Sort by the key',
      template: false,
      default: '',
      about: 'Empty for plain values.',
      when: askedBy('sort'),
    },
    descending: { kind: 'switch', label: 'Largest first', when: askedBy('sort') },
    field: { kind: 'reference', to: 'field', label: 'Result into', required: true },
  },
  exits: [
    { name: 'next', label: 'Then' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  summary: (saved) => {
    const operation = findJsonOperation(savedText(saved, 'operation') || 'get');
    return brief(
      `${operation?.label ?? ''} ${savedText(saved, 'path') || '$'} → ${savedText(saved, 'field') || '?'}`,
    );
  },
  check: ({ path }) => {
    const compiled = path === undefined ? undefined : compileJsonPath(path);
    return compiled?.ok === false ? [{ path: ['path'], says: `${compiled.problem.says}.` }] : [];
  },
  run: ({ operation, json = null, path = '$', field, ...asked }, scope) => {
    const { value = null, by = '', descending = false, at } = asked;
    const compiled = compileJsonPath(path);
    if (!compiled.ok) return { is: 'go', exit: FAILED_EXIT, says: `${compiled.problem.says}.` };
    // "Load" has to see the text itself; to all others a text that holds JSON is that JSON.
    const source = operation === 'load' ? json : asJson(json);
    const result = findJsonOperation(operation)?.run({
      json: source,
      path: compiled.jsonPath,
      value,
      by,
      descending,
      at,
      random: languageScope(scope).random,
    });
    if (result?.ok !== true)
      return { is: 'go', exit: FAILED_EXIT, says: result?.says ?? `There is no operation "${operation}".` };
    return { is: 'go', exit: 'next', set: [{ to: field, value: result.value }] };
  },
  examples: jsonOperationExamples,
});
