// Finds what is wrong with a template: that it cannot be read, or reads what is not there.
import { orNearest } from '../nearest.ts';
import type { FlowContext } from './flow-context.ts';

export type Roots = FlowContext['roots'];

/** What is wrong, one sentence or two for each. */
export function templateFaults(
  text: string,
  readTemplate: FlowContext['readTemplate'],
  roots: Roots,
): string[] {
  const { references, problems } = readTemplate(text);
  return [
    ...problems.map(({ at, says }) => `${says} (at character ${at + 1}).`),
    ...references.flatMap((path) => pathFault(path, roots) ?? []),
  ];
}

/** What is wrong with a path in its normal form. */
export function pathFault(path: string, roots: Roots): string | undefined {
  const { root, name } = splitPath(path);
  const known = roots.get(root);
  if (known === undefined)
    return `There is no "${root}" to read from in {{${path}}}. ${orNearest(root, [...roots.keys()], 'roots')}`;
  if (known === null || name === undefined || known.includes(name)) return undefined;
  return `There is no "${name}" in "${root}", which {{${path}}} reads. ${orNearest(name, known, 'names there')}`;
}

/** `app.order.id` → app, order; `app["order-id"]` → app, order-id. */
export function splitPath(path: string): { readonly root: string; readonly name: string | undefined } {
  const [, root = path, dotted, quoted] = PATH.exec(path) ?? [];
  return { root, name: dotted ?? (quoted === undefined ? undefined : unquote(quoted)) };
}

const PATH = /^([^.[]+)(?:\.([^.[]+)|\[("(?:[^"\\]|\\.)*")\])?/;

function unquote(quoted: string): string {
  return String(JSON.parse(quoted));
}
