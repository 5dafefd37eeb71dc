// Checks everything a change must hold to, as CI does: `npm run check`, or only some parts: `npm run check -- lint types`.
// Options: `--fix` first mends what can be mended alone, `--no-tests` leaves the tests out.
import { checkHouse } from './check-house.ts';
import { checkLayers } from './check-layers.ts';
import { checkLint } from './check-lint.ts';
import { exceptions } from './exceptions.ts';
import { excuse, type Fault, printFaults } from './fault.ts';
import { runTool } from './run-tool.ts';
import { readSources } from './source.ts';
import { runTests } from './test.ts';

const code = /\.(ts|tsx|mjs)$/;
const lanes = 2;

/** A part gives what is to be printed: nothing if all is well. The slow ones stand first, so that the two lanes end together. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  lint: async () => told('lint', await checkLint()),
  types: () => tool('tsc', ['-p', '.', '--pretty', 'false']),
  spelling: () =>
    tool('cspell', ['.', '--no-progress', '--no-summary', '--cache', '--cache-location', '.cache/cspell']),
  // Without its cache: that one still misses a file that has come in the meantime.
  unused: () => tool('knip', ['--no-progress', '--no-config-hints']),
  format: () => tool('oxfmt', ['--list-different'], 'Not formatted (npm run check -- --fix does it):\n'),
  layers: async () => told('layers', checkLayers(readSources(code))),
  house: async () => told('house', checkHouse(readSources(/\.(ts|tsx|mjs|css|sql)$/))),
};

const options = process.argv.slice(2);
const chosen = options.filter((option) => !option.startsWith('--'));
const unknown = [
  ...chosen.filter((name) => !(name in parts)),
  ...options.filter((option) => option.startsWith('--') && !['--fix', '--no-tests'].includes(option)),
];
if (unknown.length > 0) {
  console.error(
    `"${unknown.join('", "')}" is unknown. Parts: ${Object.keys(parts).join(', ')}. Options: --fix, --no-tests.`,
  );
  process.exit(2);
}

if (options.includes('--fix')) await fix();
let passed = await runParts(chosen.length > 0 ? chosen : Object.keys(parts));
if (chosen.length === 0 && !options.includes('--no-tests'))
  passed = (await runTests([], console.log)) && passed;
process.exitCode = passed ? 0 : 1;

async function fix(): Promise<void> {
  await runTool('oxlint', ['--fix']);
  await runTool('oxfmt', []);
}

async function runParts(names: string[]): Promise<boolean> {
  const waiting = [...names];
  const failed: string[] = [];
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      if (!(await runPart(name))) failed.push(name);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed.length === 0;
}

async function runPart(name: string): Promise<boolean> {
  const started = performance.now();
  const output = (await parts[name]?.()) ?? '';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${output === '' ? '✓' : '✗'} ${name.padEnd(9)} ${seconds} s`);
  if (output !== '') console.log(`${output}\n`);
  return output === '';
}

async function tool(name: Parameters<typeof runTool>[0], args: string[], heading = ''): Promise<string> {
  const { code: exit, stdout, stderr } = await runTool(name, args);
  return exit === 0 ? '' : `${heading}${stdout}${stderr}`.trim() || `${name} ended with code ${exit}.`;
}

function told(check: string, faults: Fault[]): string {
  return printFaults(
    excuse(
      faults,
      exceptions.filter(({ rule }) => rule.startsWith(`${check}/`)),
    ),
  );
}
