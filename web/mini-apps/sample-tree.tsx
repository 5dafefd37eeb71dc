// A sample payload as a tree: a click on a value maps it into an app field.
import { Check } from 'lucide-react';
import type { AppField } from '@bellwire/model/app-field.ts';
import type { PayloadMapping } from '@bellwire/model/payload-mapping.ts';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';
import { FieldMenu } from './field-menu.tsx';
import { jsonPathTo } from './json-path-to.ts';

export interface SampleTreeProps {
  sample: Json;
  mappings: readonly PayloadMapping[];
  onMap: (path: string, field: AppField) => void;
}

export function SampleTree({ sample, mappings, onMap }: SampleTreeProps) {
  return (
    <ul className="sample-tree" aria-label="Values of the sample">
      <Branch path={[]} value={sample} mappings={mappings} onMap={onMap} />
    </ul>
  );
}

interface BranchProps extends Omit<SampleTreeProps, 'sample'> {
  path: readonly (string | number)[];
  value: Json;
}

function Branch({ path, value, ...shared }: BranchProps) {
  const key = path.at(-1);
  const inside = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return (
    <li>
      {key === undefined && inside.length > 0 ? null : <Leaf path={path} value={value} {...shared} />}
      {inside.length === 0 ? null : (
        <ul>
          {inside.map(([name, entry]) => (
            <Branch key={name} path={[...path, name]} value={entry} {...shared} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Leaf({ path, value, mappings, onMap }: BranchProps) {
  const jsonPath = jsonPathTo(path);
  const mapped = mappings.filter((mapping) => mapping.path === jsonPath);
  return (
    <FieldMenu
      says={`Put ${jsonPath} into`}
      onPick={(field) => onMap(jsonPath, field)}
      opener={
        <button type="button" className="sample-leaf" data-mapped={mapped.length > 0 || undefined}>
          <code>{path.at(-1) ?? '$'}</code>
          <span>{brief(value)}</span>
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

function brief(value: Json): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return isJsonObject(value) ? '' : JSON.stringify(value);
}
