// The page of templates, formulas and conditions: how they are written by hand, functions and operators from their lists.
import type { FunctionExample, LanguageFunction } from '@bellwire/engine/language/function.ts';
import { functions } from '@bellwire/engine/language/functions.ts';
import type { Operator } from '@bellwire/engine/language/operator.ts';
import { operators } from '@bellwire/engine/language/operators.ts';
import { code, printedNote, table, type PrintedPage } from './printed-page.ts';

const intro = `# Templates, formulas and conditions

${printedNote}

## Templates

Text with places: \`Hi {{contact.name | default: "you"}}\`.

- \`{{path}}\` is the value at that path. What can be named depends on the flow:
  in a **bot's flow** \`user.…\` (user fields), \`contact.…\` (ns, name, first_name, last_name, email, phone,
  language, time_zone, tags, last_text, paused_until), \`bot.…\` (id, name, time_zone),
  \`trigger.…\` (the items, and \`name\` and \`fired_at\`), \`order.…\` (the contact's newest order) \`now\`, and \`today\` (the
  day that it is where the contact is);
  in a flow that another runs, also \`input.…\`;
  in an **app's flow** \`app.…\` (app fields), \`auth.…\` (what was given at install), \`install.…\` (id, workspace_id, workspace_name),
  \`contact.ns\` and \`now\`.
- \`{{user.data:$.items[0].name}}\` looks into a JSON value by JSONPath.
- \`{{price | round: 2}}\` applies a function; several follow one another, each with \`|\`.
- A value that is not there becomes empty text, and the run's story says so.
- \`\\{{\` is a plain \`{{\`. A value is never read as a template, whatever it holds.
- A secret auth input is a mark until the request is sent: it can be put into a request, and nowhere else.

## Formulas

A setting that is a formula is worked out as a whole: \`if(user.age >= 18, round(user.price * 1.19, 2), 0)\`. In it stand numbers,
\`"texts"\`, \`true\`, \`false\`, \`null\`, \`pi\`, \`e\`, fields (\`order.total\` or \`{{order.total}}\`), \`+ - * / % ^\`, \`= != < <= > >=\`,
\`and or not\`, brackets, \`if(test, yes, no)\` and the functions below. A field without a value counts as 0 or blank text. Each evaluation
pays for its steps from a budget of 10,000, so that no formula can hold the server up.`;

export const languagePage: PrintedPage = {
  file: 'docs/language.md',
  text: () => {
    const functionRows = functions.map((each) => [
      code(signature(each)),
      each.declaration.about,
      example(each),
    ]);
    const operatorRows = operators.map((each) => [
      code(each.name),
      each.label,
      each.types.join(', '),
      each.about,
      operatorExample(each),
    ]);
    return `${[
      intro,
      '## Functions',
      'In a template the value before the `|` is the first argument.',
      table(['Function', 'Gives', 'Example'], functionRows),
      '## Conditions',
      'Clauses, of which all or any must hold: a field such as `user.status` or `trigger.amount`, an operator, and a value where the operator asks for one.',
      table(['Operator', 'Shown as', 'For', 'Holds when', 'Example'], operatorRows),
    ].join('\n\n')}\n`;
  },
};

function signature({ declaration: { name, takes, rest } }: LanguageFunction): string {
  const names = Object.entries(takes).map(([key, argument]) =>
    argument.default === undefined ? key : `${key}?`,
  );
  return `${name}(${[...names, ...(rest ? ['…'] : [])].join(', ')})`;
}

function example({ declaration: { name, examples } }: LanguageFunction): string {
  const [first] = examples;
  return first === undefined ? '' : code(callText(name, first));
}

function callText(name: string, { of, gives }: FunctionExample): string {
  return `${name}(${of.map((value) => JSON.stringify(value)).join(', ')}) = ${JSON.stringify(gives)}`;
}

function operatorExample({ examples }: Operator): string {
  const [first] = examples;
  if (first === undefined) return '';
  const right = first.right === undefined ? '' : `, ${JSON.stringify(first.right)}`;
  return `${code(`${JSON.stringify(first.left)}${right}`)} ${first.holds ? 'holds' : 'does not hold'}`;
}
