// A sample payload as a tree: a click on a value maps it into an app field.
import { Check } from 'lucide-react';
import type { AppField } from '@bellwire/model/app-field.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import type { Json } from '@bellwire/model/json.ts';
import { JsonTree, type JsonPathKeys } from '../ui/json-tree.tsx';
import { FieldMenu } from './field-menu.tsx';
import { jsonPathTo } from './json-path-to.ts';

export interface SampleTreeProps {
  sample: Json;
  mappings: readonly PayloadMapping[];
  onMap: (path: string, field: AppField) => void;
}

export function SampleTree({ sample, ...shared }: SampleTreeProps) {
  return (
    <JsonTree
      label="Values of the sample"
      value={sample}
      line={(path, _value, brief) => <Leaf path={path} brief={brief} {...shared} />}
    />
  );
}

interface LeafProps extends Omit<SampleTreeProps, 'sample'> {
  path: JsonPathKeys;
  brief: string;
}

function Leaf({ path, brief, mappings, onMap }: LeafProps) {
  const jsonPath = jsonPathTo(path);
  const mapped = mappings.filter((mapping) => mapping.path === jsonPath);
  return (
    <FieldMenu
      says={`Put ${jsonPath} into`}
      onPick={(field) => onMap(jsonPath, field)}
      opener={
        <button type="button" className="sample-leaf" data-mapped={mapped.length > 0 || undefined}>
          <code>{path.at(-1) ?? '$'}</code>
          <span>{brief}</span>
          {mapped.length === 0 ? null : (
            <small>
              <Check size={12} aria-hidden /> {mapped.map(({ field }) => field).join(', ')}
            </small>
          )}
        </button>
      }
    />
  );
}
