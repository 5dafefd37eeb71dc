// Tells how the tests went: one line per file, then everything about those that failed.
import { once } from 'node:events';
import { relative } from 'node:path';
import type { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from './run-tool.ts';

type Print = (text: string) => void;

export type Totals = {
  tests: number;
  suites: number;
  passed: number;
  failed: number;
  cancelled: number;
  skipped: number;
  todo: number;
};

/** Prints while the tests run; what a file itself printed is shown only if something in it failed. */
export async function report(events: ReturnType<typeof run>, print: Print): Promise<Totals> {
  const failures: string[] = [];
  const totals: Totals = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
  events.on('test:pass', (test) => {
    if (isWholeFile(test)) failures.push(`${where(test)}  has no test: write one or delete the file.`);
  });
  events.on('test:fail', (test) => {
    if (isWholeFile(test)) print(`✗ ${where(test)}  broke before its end`);
    if (!failedInside(test.details.error)) failures.push(`${where(test)}  ${tell(test)}`);
  });
  events.on('test:summary', ({ file, success, counts, duration_ms: milliseconds }) => {
    if (file === undefined) Object.assign(totals, counts);
    else
      print(
        `${success && counts.tests > 0 ? '✓' : '✗'} ${fromRoot(file)}  ${counts.tests} tests, ${seconds(milliseconds)}`,
      );
  });
  const printed = keepPrinted(events);
  events.resume();
  await once(events, 'end');
  if (failures.length === 0) return totals;
  for (const [file, text] of printed) print(`\n--- printed by ${fromRoot(file)}\n${text}`);
  print(`\n${failures.join('\n\n')}\n`);
  return { ...totals, failed: Math.max(totals.failed, failures.length) };
}

function keepPrinted(events: ReturnType<typeof run>): Map<string, string> {
  const printed = new Map<string, string>();
  const keep = ({ file, message }: { file: string; message: string }) => {
    printed.set(file, (printed.get(file) ?? '') + message);
  };
  events.on('test:stdout', keep);
  events.on('test:stderr', keep);
  events.on('test:summary', ({ file, success }) => {
    if (file !== undefined && success) printed.delete(file);
  });
  return printed;
}

type Test = { name: string; file?: string; line?: number };

/** Node reports a file that breaks, or that has no test in it, as if it were one test with the file's name. */
function isWholeFile({ name, file }: Test): boolean {
  return name === file;
}

/** A suite whose tests failed fails as well, which tells nothing new. */
function failedInside(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function tell({ name, file, details: { error } }: Test & { details: { error: Error } }): string {
  const story = inspect(error.cause ?? error, { depth: 6 })
    .replaceAll(/^ +at .*\(?node:internal.*\n?/gm, '')
    .replaceAll(/^/gm, '    ');
  return name === file ? `broke before its end\n${story}` : `${name}\n${story}`;
}

function where({ file = root, line = 1 }: Test): string {
  return `${fromRoot(file)}:${line}`;
}

function fromRoot(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
