// The sources of a mini-app 1.0 as ours.
import type { AppInput } from '@bellwire/model/app.ts';
import type { Json } from '@bellwire/model/json.ts';
import { labelFrom, ourName } from '../names.ts';
import type { Blocks, SourceBlock } from './blocks.ts';
import { asPath, firstText } from './mappings.ts';
import { planRequest, type RequestTools } from './requests.ts';

type OurSource = NonNullable<AppInput['sources']>[number];

interface PlannedSources {
  readonly sources: readonly OurSource[];
  /** The names of those that could be taken over, by what they were called. */
  readonly names: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

export function planSources(blocks: Blocks['sources'], tools: RequestTools): PlannedSources {
  const names = new Map<string, string>();
  const sources: OurSource[] = [];
  const notes: string[] = [];
  for (const block of blocks) {
    const name = ourName(block.name, [...names.values()]);
    const label = block.title || labelFrom(block.name);
    const options = block.items ?? block.options;
    const source =
      options === undefined
        ? dynamic(block, { name, label }, tools)
        : { is: 'static' as const, name, label, options };
    if (typeof source === 'string') {
      notes.push(source);
      continue;
    }
    names.set(block.name, name);
    sources.push(source);
  }
  return { sources, names, notes };
}

/** A sentence where it cannot be taken over. */
function dynamic(
  { name: foreign, request }: SourceBlock,
  head: { name: string; label: string },
  tools: RequestTools,
): OurSource | string {
  const paths = pathsOf(request?.mapping);
  if (request === undefined || paths === undefined)
    return `The source "${foreign}" was left out: its list, label and value could not be found. Make it under Sources.`;
  return {
    is: 'dynamic',
    ...head,
    request: planRequest({ ...request, mapping: [] }, head.label, tools).request,
    ...paths,
  };
}

/** One mapping, or a list with one: the path of the list, then label and value inside of an entry. */
function pathsOf(
  mapping: Json | undefined,
): { list: string; labelPath: string; valuePath: string } | undefined {
  const one = Array.isArray(mapping) ? mapping[0] : mapping;
  const label = firstText(one, ['label', 'title', 'labelPath']);
  const value = firstText(one, ['value', 'id', 'valuePath']);
  if (label === undefined || value === undefined) return undefined;
  const list = firstText(one, ['list', 'path', 'items', 'from']) ?? '$';
  return { list: asPath(list), labelPath: asPath(label), valuePath: asPath(value) };
}
