// The file of a mini-app on one's own machine: read with the places of what is wrong, and written.
import { readFile, writeFile } from 'node:fs/promises';
import type { App } from '@bellwire/model/app.ts';
import { parseApp, placeComplaints, type PlacedComplaint } from '@bellwire/model/canonical.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { UsageError } from './command.ts';

export interface AppFile {
  readonly path: string;
  readonly text: string;
  readonly app: App;
}

/** @throws UsageError where there is no such file; an Error with a line for each fault where it is no app. */
export async function readAppFile(path: string): Promise<AppFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`There is no file ${path}.`);
  });
  const parsed = parseApp(text);
  if (!parsed.ok) throw new Error(parsed.complaints.map((complaint) => lineOf(path, complaint)).join('\n'));
  return { path, text, app: parsed.app };
}

/** As compilers print it, so that a click in a terminal leads there: `pay.app.json:12:5: …` */
export function faultLines({ path, text }: AppFile, complaints: readonly Complaint[]): string[] {
  return placeComplaints(text, complaints).map((complaint) => lineOf(path, complaint));
}

function lineOf(path: string, { line, column, says, level }: PlacedComplaint): string {
  return `${path}:${line}:${column}: ${level === 'warning' ? 'warning: ' : ''}${says}`;
}

/** @throws UsageError where the file is there already and must not be written over. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UsageError(`There already is a file ${path}. Choose another name.`);
    throw error;
  });
}

export function fileNameOf(name: string): string {
  return `${name}.app.json`;
}
