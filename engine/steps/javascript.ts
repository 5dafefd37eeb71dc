// Step: works out values by a piece of JavaScript, which sees its input and nothing else.
import type { JsonObject } from '@bellwire/model/json.ts';
import {
  MOST_SCRIPT_CHARACTERS,
  MOST_SCRIPT_JSON,
  MOST_SCRIPT_MS,
  USUAL_SCRIPT_MS,
  type ScriptResult,
} from '@bellwire/model/script.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';
import { FAILED_EXIT, stepType, type Outcome, type StepScope } from '@bellwire/model/step-type.ts';
import { compileJsonPath } from '../language/json-path.ts';
import { pickByPath } from '../pick-by-path.ts';
import { maskSecretsIn } from '../secret-mark.ts';
import { javascriptExamples } from './javascript/examples.ts';
import { brief, savedText } from './saved.ts';

const settings = {
  inputs: {
    kind: 'list',
    label: 'Input',
    about: 'What the code can see, as input.<name>.',
    itemLabel: 'value',
    max: 50,
    item: {
      name: { kind: 'text', label: 'Name', template: false, required: true, maxLength: 60 },
      value: { kind: 'value', label: 'Value' },
    },
  },
  code: {
    kind: 'text',
    label: 'JavaScript',
    about: 'The body of a function: what it returns is the result. console.log is shown when it is tried.',
    syntax: 'javascript',
    template: false,
    multiline: true,
    placeholder: 'return { total: input.price * input.count };',
    required: true,
    maxLength: MOST_SCRIPT_CHARACTERS,
  },
  outputs: {
    kind: 'list',
    label: 'From the result into fields',
    itemLabel: 'output',
    max: 50,
    item: {
      path: {
        kind: 'text',
        label: 'JSONPath',
        template: false,
        placeholder: '$.total',
        default: '$',
        maxLength: 500,
      },
      field: { kind: 'reference', to: 'field', label: 'Field', required: true },
      fallback: { kind: 'value', label: 'If nothing is there' },
    },
  },
  seconds: {
    kind: 'number',
    label: 'Give up after, in seconds',
    required: true,
    min: 0.1,
    max: MOST_SCRIPT_MS / 1000,
    default: USUAL_SCRIPT_MS / 1000,
  },
} as const satisfies SettingFields;

type Values = ValuesOf<typeof settings>;

export const javascript = stepType({
  name: 'javascript',
  label: 'JavaScript',
  about: 'Works out values by JavaScript of your own, in a sandbox that sees its input and nothing else.',
  icon: 'code-xml',
  group: 'data',
  sides: ['bot', 'app'],
  settings,
  exits: [
    { name: 'next', label: 'Then' },
    { name: FAILED_EXIT, label: 'Failed' },
  ],
  summary: (saved) => brief(savedText(saved, 'code')) || 'Write some code',
  check: ({ inputs, outputs }) => [
    ...inputs.flatMap(({ name }, index) =>
      inputs.findIndex((input) => input.name === name) < index
        ? [
            {
              path: ['inputs', index, 'name'],
              says: `There is an input "${name}" already. Rename one of them.`,
            },
          ]
        : [],
    ),
    ...outputs.flatMap(({ path }, index) => {
      const compiled = compileJsonPath(path);
      return compiled.ok ? [] : [{ path: ['outputs', index, 'path'], says: `${compiled.problem.says}.` }];
    }),
  ],
  run: compute,
  resume: ({ outputs }, resume) =>
    resume.is === 'computed'
      ? takeResult(outputs, resume.result)
      : { is: 'go', exit: FAILED_EXIT, says: 'The code gave no result.' },
  examples: javascriptExamples,
});

/** Secrets do not go in: what comes out could be said to anybody. */
function compute({ inputs, code, seconds }: Values, { now, newId }: StepScope): Outcome {
  const given = inputs.map(({ name, value = null }) => [name, maskSecretsIn(value)] as const);
  const input: JsonObject = Object.fromEntries(given);
  const size = JSON.stringify(input).length;
  if (size > MOST_SCRIPT_JSON) {
    const says = `The input has ${size} characters as JSON; at most ${MOST_SCRIPT_JSON} go in. Take less of it.`;
    return { is: 'go', exit: FAILED_EXIT, says };
  }
  const timeoutMs = Math.round(seconds * 1000);
  return { is: 'compute', script: { code, input, timeoutMs, now, seed: newId('script') } };
}

/** As after a request: each field holds what this result had, or the fallback, or nothing. */
function takeResult(outputs: Values['outputs'], result: ScriptResult): Outcome {
  const says = tell(result);
  const value = result.is === 'computed' ? result.value : null;
  const set = outputs.map(({ path, field, fallback }) => ({
    to: field,
    value: pickByPath(path, value) ?? fallback ?? null,
  }));
  return { is: 'go', exit: result.is === 'computed' ? 'next' : FAILED_EXIT, set, says };
}

function tell(result: ScriptResult): string {
  const what =
    result.is === 'computed'
      ? 'Done'
      : `${result.says}${result.line === null ? '' : `, in line ${result.line}`}`;
  const [first, ...others] = result.logs;
  const logged =
    first === undefined ? '' : ` Console: ${brief(first)}${others.length > 0 ? ` (+${others.length})` : ''}`;
  return `${what} (${Math.round(result.ms)} ms).${logged}`;
}
