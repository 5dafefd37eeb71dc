// Holds the house rules that the linter does not know: first lines, names, depth, and tests that run.
import { parseSync, type Span, Visitor } from 'oxc-parser';
import type { Fault } from './fault.ts';
import { rooms } from './rooms.ts';
import { lineAt, type Source } from './source.ts';
import { takesAway } from './takes-away.ts';

type Finding = { rule: string; says: string; line?: number };

export function checkHouse(sources: Source[]): Fault[] {
  return sources.flatMap((source) =>
    rules
      .flatMap((rule) => rule(source))
      .map(({ rule, says, line = 1 }) => ({ file: source.path, line, rule: `house/${rule}`, says })),
  );
}

const rules: ReadonlyArray<(source: Source) => Finding[]> = [
  firstLine,
  fileName,
  depth,
  longFunctions,
  switchedOffTests,
  unsaidContracts,
];

/** How a comment opens the file, by the ending of its name. JSON and the like cannot have one. */
const openings: Readonly<Record<string, RegExp>> = {
  ts: /^\/\/ (.*)$/,
  tsx: /^\/\/ (.*)$/,
  mjs: /^\/\/ (.*)$/,
  css: /^\/\* (.*) \*\/$/,
  sql: /^-- (.*)$/,
};

function firstLine({ path, text }: Source): Finding[] {
  const opening = openings[path.split('.').at(-1) ?? ''];
  if (opening === undefined) return [];
  const line = text.replace(/^#!.*\n/, '').split('\n', 1)[0] ?? '';
  const sentence = opening.exec(line)?.[1];
  if (sentence !== undefined && /^\P{Ll}.* .*[.!?:]$/u.test(sentence)) return [];
  const says =
    'the first line must be a comment, one whole sentence on that line (capital first, full stop last): what this file is for.';
  return [{ rule: 'first-line', says }];
}

const emptyWords = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'lib', 'manager', 'service'];

function fileName({ path }: Source): Finding[] {
  const findings: Finding[] = [];
  const empty = path.split(/[/.-]/).find((word) => emptyWords.includes(word.toLowerCase()));
  if (empty !== undefined) {
    const says = `"${empty}" in a name says nothing: name the file after its main export, the noun it is about.`;
    findings.push({ rule: 'empty-name', says });
  }
  const name = path.split('/').at(-1) ?? '';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(name))
    findings.push({ rule: 'kebab-case', says: `"${name}" must be written in kebab-case.` });
  return findings;
}

const deepest = 3;

function depth({ path }: Source): Finding[] {
  const folders = path.split('/').length - 1;
  if (rooms[path.split('/', 1)[0] ?? ''] === undefined || folders <= deepest) return [];
  const says = `is ${folders} folders deep, at most ${deepest} are allowed: bring it nearer to the room's own folder.`;
  return [{ rule: 'depth', says }];
}

const mostLines = 40;

/** The linter's own rule would count the callback of `describe`, which is a chapter of tests and no function. */
function longFunctions({ path, text }: Source): Finding[] {
  if (!/\.(ts|tsx|mjs)$/.test(path)) return [];
  const findings: Finding[] = [];
  const chapters = new Set<number>();
  const measure = ({ start, end }: Span) => {
    const first = lineAt(text, start);
    const lines = lineAt(text, end) - first + 1;
    if (lines <= mostLines || chapters.has(start)) return;
    const says = `this function has ${lines} lines, at most ${mostLines} are allowed: give its parts names of their own.`;
    findings.push({ rule: 'long-function', says, line: first });
  };
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && chapterCalls.includes(callee.name))
        for (const { start } of given) chapters.add(start);
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSync(path, text).program);
  return findings;
}

const chapterCalls = ['describe', 'suite'];
const testCalls = ['test', 'it', ...chapterCalls];

/** The linter stops `test.skip(…)`; here are the same switches given as options: `test('…', { skip: true }, …)`. */
function switchedOffTests({ path, text }: Source): Finding[] {
  if (!/\.(test|journey)\.tsx?$/.test(path)) return [];
  const findings: Finding[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier' || !testCalls.includes(callee.name)) return;
      for (const options of given.filter((argument) => argument.type === 'ObjectExpression'))
        for (const property of options.properties) {
          if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
          const switchName = property.key.name;
          if (!['skip', 'only', 'todo'].includes(switchName)) continue;
          const says = `a test must run: take "${switchName}" off, mend the test or delete it.`;
          findings.push({ rule: 'switched-off-test', says, line: lineAt(text, property.start) });
        }
    },
  }).visit(parseSync(path, text).program);
  return findings;
}

/** The first release has the numbers up to 0099: before it, there is no older code. */
const migrationsOfLater = /\/migrations\/(?!00)\d{4}-[^/]*\.sql$/;

function unsaidContracts({ path, text }: Source): Finding[] {
  if (!migrationsOfLater.test(path)) return [];
  return takesAway(text).map((loss) => ({ rule: 'unsaid-contract', ...loss }));
}
