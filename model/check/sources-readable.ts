// Rule: the paths of a source can be read, its pages are asked for, and its options differ.
import type { Complaint } from '../problem.ts';
import type { DynamicSource, StaticSource } from '../source.ts';
import type { AppRule, CheckTools } from './rule.ts';

export const sourcesReadable: AppRule = {
  about: 'Each source says where its options are, asks for the page it wants, and has no option twice.',
  check: ({ sources }, tools) =>
    sources.flatMap((source, index) =>
      (source.is === 'dynamic' ? dynamicFaults(source, tools) : staticFaults(source)).map(
        ({ path, says }) => ({
          path: ['sources', index, ...path],
          says,
        }),
      ),
    ),
  examples: [
    {
      says: 'a list with pages, asked for by their number',
      app: {
        sources: [
          {
            is: 'dynamic',
            name: 'lists',
            label: 'Lists',
            request: { url: 'https://a.example', query: [{ name: 'page', value: '{{page.number}}' }] },
            list: '$.rows',
            labelPath: '$.name',
            valuePath: '$.id',
            paging: { is: 'page' },
          },
        ],
      },
      complains: [],
    },
    {
      says: 'a path that is none, pages that nobody asks for, an option twice',
      app: {
        sources: [
          {
            is: 'dynamic',
            name: 'lists',
            label: 'Lists',
            request: { url: 'https://a.example' },
            list: 'rows',
            labelPath: '$.name',
            valuePath: '$.id',
            paging: { is: 'offset' },
          },
          {
            is: 'static',
            name: 'sizes',
            label: 'Sizes',
            options: [
              { label: 'Small', value: 's' },
              { label: 'Short', value: 's' },
            ],
          },
        ],
      },
      complains: [
        'sources.0.list: No JSONPath: "rows". It begins with $, such as $.data.',
        'sources.0.paging: The request never reads {{page.offset}}, so each page would be the first one. Put it into a parameter.',
        'sources.1.options.1.value: The value "s" is there already, as "Small". Give each option a value of its own.',
      ],
    },
  ],
};

const read = { cursor: 'page.cursor', page: 'page.number', offset: 'page.offset' } as const;

function dynamicFaults(source: DynamicSource, { jsonPathFault, readTemplate }: CheckTools): Complaint[] {
  const { list, labelPath, valuePath, paging, request } = source;
  const paths = { list, labelPath, valuePath };
  const faults: Complaint[] = Object.entries(paths).flatMap(([key, path]) => {
    const says = jsonPathFault(path);
    return says === undefined ? [] : [{ path: [key], says }];
  });
  if (paging === undefined) return faults;
  const next = paging.is === 'cursor' ? jsonPathFault(paging.next) : undefined;
  if (next !== undefined) faults.push({ path: ['paging', 'next'], says: next });
  if (!readTemplate(JSON.stringify(request)).references.includes(read[paging.is])) {
    const says = `The request never reads {{${read[paging.is]}}}, so each page would be the first one. Put it into a parameter.`;
    faults.push({ path: ['paging'], says });
  }
  return faults;
}

function staticFaults({ options }: StaticSource): Complaint[] {
  const seen = new Map<string, string>();
  return options.flatMap(({ label, value }, index) => {
    const before = seen.get(value);
    seen.set(value, before ?? label);
    if (before === undefined) return [];
    const says = `The value "${value}" is there already, as "${before}". Give each option a value of its own.`;
    return [{ path: ['options', index, 'value'], says }];
  });
}
