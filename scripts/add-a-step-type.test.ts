// Follows docs/add-a-step-type.md to the letter in a copy of the tree, and looks where the new step has to appear.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const rooms = ['model', 'engine', 'web', 'scripts', 'sdk'];
const run = promisify(execFile);

test('a step type is one file and one line: the page says so, and it is so', async (t) => {
  const copy = await copyOfTree(t);
  const page = await readFile(join(root, 'docs/add-a-step-type.md'), 'utf8');
  await writeNewFile(copy, page);
  await addLines(join(copy, 'engine/steps/step-types.ts'), page);

  const { offered, complains, schema, page: docs } = await lookAround(copy);
  assert.deepEqual(offered, ['app', 'bot']);
  assert.deepEqual(complains, ['First text is missing. Fill it in.']);
  assert.deepEqual(schema, ['first', 'second', 'field']);
  assert.match(docs, /## Pick the longest\n/);
  const { stdout } = await run(process.execPath, ['--test', 'engine/steps/step-types.test.ts'], {
    cwd: copy,
    env: {},
  });
  assert.match(stdout, /keeps the first of two that are as long/);
  assert.match(stdout, /fail 0/);
});

async function copyOfTree(t: TestContext): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'bellwire-step-'));
  t.after(() => rm(copy, { recursive: true }));
  const isSource = (path: string): boolean => !['dist', 'node_modules'].includes(basename(path));
  for (const room of rooms)
    await cp(join(root, room), join(copy, room), { recursive: true, filter: isSource });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  await mkdir(join(copy, 'node_modules/@bellwire'), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@bellwire')
      await symlink(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const room of rooms) await symlink(join(copy, room), join(copy, 'node_modules/@bellwire', room));
  return copy;
}

async function writeNewFile(copy: string, page: string): Promise<void> {
  const [, path, code] = /`(engine\/steps\/[a-z-]+\.ts)`:\n\n```ts\n(.*?)```/s.exec(page) ?? [];
  assert.ok(path !== undefined && code !== undefined, 'the page names a file and has its code');
  await writeFile(join(copy, path), code);
}

/** Each block of changes has one line as it stands, and one to be put behind it. */
async function addLines(file: string, page: string): Promise<void> {
  let text = await readFile(file, 'utf8');
  const edits = [...page.matchAll(/```diff\n (.*)\n\+(.*)\n```/g)];
  assert.equal(edits.length, 2);
  for (const [, before = '', added = ''] of edits) {
    assert.ok(text.includes(`${before}\n`), `${basename(file)} has the line "${before}"`);
    text = text.replace(`${before}\n`, `${before}\n${added}\n`);
  }
  await writeFile(file, text);
}

const seenSchema = z.object({
  offered: z.array(z.string()),
  complains: z.array(z.string()),
  schema: z.array(z.string()),
  page: z.string(),
});

async function lookAround(copy: string): Promise<z.infer<typeof seenSchema>> {
  await writeFile(join(copy, 'scripts/look-around.ts'), looking);
  const { stdout } = await run(process.execPath, ['scripts/look-around.ts'], { cwd: copy, env: {} });
  return seenSchema.parse(JSON.parse(stdout));
}

const looking = `
import { paletteFor } from '../web/flow-editor/palette.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import { settingsSchema } from '@bellwire/model/settings/kinds.ts';
import { stepTypesPage } from './docs/step-types-page.ts';
const type = stepTypeMap.get('pick-longest');
const offered = ['app', 'bot'].filter((side) =>
  paletteFor(side, 'flow').some((entry) => entry.type === 'pick-longest'));
const complains = type.check({ second: 'b', field: 'user.x' }).map(({ says }) => says);
const schema = Object.keys(settingsSchema(type.settings).properties);
console.log(JSON.stringify({ offered, complains, schema, page: stepTypesPage.text() }));
`;
