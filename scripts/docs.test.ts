// Holds the docs to the code and to one another: links, commands, printed pages, and the tables that repeat what the code says.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { gates } from '@bellwire/engine/gates/gates.ts';
import { eventStates } from '@bellwire/model/event.ts';
import { operations } from '@bellwire/model/operations/all.ts';
import { problemCodes, ProblemError, problems } from '@bellwire/model/problem.ts';
import { appSchema } from '@bellwire/model/app.ts';
import { readConfig, settingsOfTools } from '@bellwire/server/config.ts';
import { printedPages } from './docs/printed-pages.ts';
import { rooms } from './rooms.ts';
import { root } from './run-tool.ts';
import { readSources } from './source.ts';

const pages = readSources(/\.md$/);

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

test('every relative link leads to a file that is there, and to a heading of it', () => {
  const broken = pages.flatMap(({ path, text }) =>
    linksOf(text)
      .filter((link) => !leadsOn(path, link))
      .map((link) => `${path}: ${link}`),
  );
  assert.deepEqual(broken, []);
});

function linksOf(text: string): string[] {
  const prose = text.replaceAll(/^```.*?^```/gms, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsOn(from: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? from : posix.join(posix.dirname(from), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headingsOf(read(target)).includes(heading);
}

function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every file named in ARCHITECTURE.md and CONTRIBUTING.md is there', () => {
  const named = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap((path) =>
    [...read(path).matchAll(/`((?:model|engine|server|web|sdk|scripts|docs|test)\/[\w./-]*)`/g)].map(
      ([, file = '']) => file,
    ),
  );
  assert.deepEqual(
    named.filter((file) => !existsSync(join(root, file))),
    [],
  );
});

test('every npm command of the docs is one of package.json', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
  const commands = pages.flatMap(({ text }) =>
    [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short ?? ''),
  );
  assert.ok(commands.includes('start') && commands.includes('test'));
  assert.deepEqual(
    commands.filter((command) => !Object.hasOwn(scripts, command)),
    [],
  );
});

test('every program that the docs run is there', () => {
  const programs = pages.flatMap(({ text }) =>
    [...text.matchAll(/scripts\/run\.mjs ([\w./-]+\.ts)/g)].map(([, program = '']) => program),
  );
  assert.deepEqual(
    programs.filter((program) => !existsSync(join(root, program))),
    [],
  );
});

for (const page of printedPages) {
  test(`${page.file} is what would be printed now`, () => {
    assert.ok(read(page.file) === page.text(), 'Print it again: node scripts/run.mjs scripts/print-docs.ts');
  });
}

/** The cells of each row of each table on the page. */
function rowsOf(path: string): string[][] {
  return [...read(path).matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  );
}

/** The rows whose first cell is one word of code, by that word. */
function byCode(path: string): Map<string, string[]> {
  return new Map(rowsOf(path).map((cells) => [cells[0]?.replaceAll('`', '') ?? '', cells]));
}

test('the rooms of ARCHITECTURE.md are those of the check, and may import the same', () => {
  const everyRoom = Object.keys(rooms).filter((name) => !['scripts', 'bench', 'test'].includes(name));
  const rows = byCode('ARCHITECTURE.md');
  for (const [name, { mayImport }] of Object.entries(rooms)) {
    const told = rows.get(name)?.[2] ?? 'no row';
    const named = [...told.matchAll(/`(\w+)`/g)].map(([, room = '']) => room);
    assert.deepEqual(
      told.includes('every room above') ? [...everyRoom, ...named] : named,
      [...mayImport],
      name,
    );
  }
});

test('every state of an event is explained', () => {
  const rows = byCode('ARCHITECTURE.md');
  assert.deepEqual(
    eventStates.filter((state) => !rows.has(state)),
    [],
  );
});

test('the gates stand in the guide in the order in which they are asked', () => {
  const names = gates.map(({ name }) => name);
  // An order rule of the same page bears the name of a gate: only the table of the gates counts.
  const [, table = ''] = read('docs/triggers.md').split(/^(?=\| Gate )/m);
  const told = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  assert.deepEqual(told, names);
});

test('the refusals of firing are those of the problem table, with its statuses', () => {
  const rows = [...byCode('docs/fire-a-trigger.md')].filter(([, cells]) => /^\d{3}$/.test(cells[1] ?? ''));
  const statuses = new Map<string, string>(problemCodes.map((code) => [code, String(problems[code].status)]));
  for (const [code, cells] of rows) assert.equal(cells[1], statuses.get(code), code);
  const told = rows.map(([code]) => code);
  const declared = [...(operations.fireTrigger.problems ?? []), ...(operations.appTrigger.problems ?? [])];
  assert.deepEqual(
    declared.filter((code) => !told.includes(code)),
    [],
  );
});

test('the guide of operating names every setting and no other', () => {
  const told = [...byCode('docs/operating.md').keys()].filter((name) => /^[A-Z_]{4,}$/.test(name));
  const known = knownSettings().filter((name) => !settingsOfTools.includes(name));
  assert.deepEqual(told.toSorted(), known.toSorted());
});

/** The words about a mistyped setting name all that there are. */
function knownSettings(): string[] {
  try {
    readConfig({ BELLWIRE_NO_SUCH: 'x' });
  } catch (error) {
    if (error instanceof ProblemError)
      return [...error.message.matchAll(/\b[A-Z_]{4,}\b/g)]
        .map(([name]) => name)
        .filter((name) => name !== 'BELLWIRE_NO_SUCH');
  }
  return [];
}

test('the guide of the definition names every part of an app and no other', () => {
  const named = rowsOf('docs/app-definition.md').flatMap(([first = '']) =>
    [...first.matchAll(/^`(\w+)`|, `(\w+)`/g)].map(([, one, other]) => one ?? other ?? ''),
  );
  assert.deepEqual(
    named.filter((name) => /^[a-z]\w+$/i.test(name)).toSorted(),
    Object.keys(appSchema.shape).toSorted(),
  );
});
