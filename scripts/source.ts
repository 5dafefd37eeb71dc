// The files the checks look at: every file of ours, without what is installed, built or stored.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-tool.ts';

/** `path` is from the root, with slashes on every system. */
export type Source = { path: string; text: string };

const notOurs = new Set(['node_modules', 'dist', '.git', '.cache']);
/** At the root only: a room may well have a folder called `data`. */
const storedAtRoot = new Set(['data']);

export function listFiles(wanted: RegExp): string[] {
  return walk('', wanted).toSorted();
}

export function readSources(wanted: RegExp): Source[] {
  return listFiles(wanted).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function walk(folder: string, wanted: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.has(entry.name) || storedAtRoot.has(path)) return [];
    if (entry.isDirectory()) return walk(path, wanted);
    return entry.isFile() && wanted.test(path) ? [path] : [];
  });
}
