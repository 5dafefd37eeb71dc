// Finds imports that a room may not have, and circles of files that import each other.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Fault } from './fault.ts';
import { type Import, readImports } from './read-imports.ts';
import { rooms } from './rooms.ts';
import type { Source } from './source.ts';

type File = { path: string; imports: Import[] };

export function checkLayers(sources: Source[]): Fault[] {
  const files = sources.map((source) => ({ path: source.path, imports: readImports(source) }));
  return [...files.flatMap(checkImports), ...checkCircles(files)];
}

function checkImports({ path, imports }: File): Fault[] {
  return imports.flatMap(({ from, line }) => {
    const [rule, says] = checkImport(path, from) ?? [];
    return rule !== undefined && says !== undefined
      ? [{ file: path, line, rule: `layers/${rule}`, says }]
      : [];
  });
}

function checkImport(path: string, from: string): [rule: string, says: string] | undefined {
  const name = roomOf(path);
  const room = rooms[name];
  if (room === undefined) return undefined;
  if (isBuiltin(from)) {
    if (room.usesNode || isToolOrTest(path)) return undefined;
    return [
      'node',
      `${name} must run in a browser too, so "${from}" may not be used here: let server do it.`,
    ];
  }
  const target = roomOf(resolve(path, from) ?? name);
  const isRelative = from.startsWith('.');
  if (target === name) {
    if (isRelative || !from.startsWith('@bellwire/')) return undefined;
    return ['door', `"${from}" is in this room: import it by a relative path.`];
  }
  if (rooms[target] === undefined) return undefined;
  if (!room.mayImport.includes(target)) return ['room', forbidden(name, target, room.mayImport)];
  if (isRelative && rooms[target]?.isPackage)
    return ['door', `"${from}" is in another room: import it as "@bellwire/${resolve(path, from) ?? ''}".`];
  return undefined;
}

function forbidden(name: string, target: string, mayImport: readonly string[]): string {
  const allowed = mayImport.length === 0 ? 'nothing of ours' : mayImport.join(', ');
  return `${name} may not import ${target} (it may import ${allowed}): move what both need to a room that both may import, or hand it in as an argument.`;
}

/** Where an import leads, as a path from the root; undefined for packages that are not ours. */
function resolve(path: string, from: string): string | undefined {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  return from.startsWith('@bellwire/') ? from.slice('@bellwire/'.length) : undefined;
}

function roomOf(path: string): string {
  return path.split('/', 1)[0] ?? '';
}

function isToolOrTest(path: string): boolean {
  return /\.(test|config)\.tsx?$/.test(path);
}

type Arrow = { file: string; to: string; line: number };

/** Each circle is told once, where it closes: at the import that leads back. */
function checkCircles(files: File[]): Fault[] {
  const arrowsFrom = new Map(files.map((file) => [file.path, arrowsOf(file)]));
  const faults: Fault[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: Arrow[]) => {
    if (done.has(path)) return;
    for (const arrow of arrowsFrom.get(path) ?? []) {
      const start = way.findIndex(({ file }) => file === arrow.to);
      if (arrow.to === path || start !== -1)
        faults.push(circle([...way.slice(start === -1 ? way.length : start), arrow]));
      else visit(arrow.to, [...way, arrow]);
    }
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return faults;
}

function arrowsOf({ path, imports }: File): Arrow[] {
  return imports.flatMap(({ from, line }) => {
    const to = resolve(path, from);
    return to === undefined ? [] : [{ file: path, to, line }];
  });
}

function circle(arrows: Arrow[]): Fault {
  const { file, line, to } = arrows.at(-1) ?? { file: '', line: 1, to: '' };
  const round = [...arrows.map((arrow) => `${arrow.file}:${arrow.line}`), to].join(' → ');
  const says = `these files import each other in a circle: ${round}. Move what both sides need into a file of its own.`;
  return { file, line, rule: 'layers/circle', says };
}
