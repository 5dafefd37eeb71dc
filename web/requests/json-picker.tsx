// An answer as a tree of which one value is picked; what can be done with it stands below.
import { useState, type ReactNode } from 'react';
import type { Json } from '@bellwire/model/json.ts';
import { jsonPathTo } from '../mini-apps/json-path-to.ts';
import { JsonTree } from '../ui/json-tree.tsx';

export interface PickedValue {
  /** The JSONPath that leads to it. */
  readonly path: string;
  readonly value: Json;
}

export interface JsonPickerProps {
  value: Json;
  picked?: (value: PickedValue) => ReactNode;
}

export function JsonPicker({ value, picked }: JsonPickerProps) {
  const [chosen, setChosen] = useState<PickedValue>();
  return (
    <div className="json-picker">
      <p className="field-hint">Click a value: its JSONPath is shown below.</p>
      <JsonTree
        label="Values of the answer"
        value={value}
        withRoot
        line={(keys, found, brief) => {
          const path = jsonPathTo(keys);
          return (
            <button
              type="button"
              className="sample-leaf"
              aria-pressed={chosen?.path === path}
              onClick={() => setChosen({ path, value: found })}
            >
              <code>{keys.at(-1) ?? '$'}</code>
              <span>{brief}</span>
            </button>
          );
        }}
      />
      {chosen === undefined ? null : (
        <div className="json-picker-chosen" role="group" aria-label="The value you clicked">
          <p>
            <code>{chosen.path}</code> <span>{JSON.stringify(chosen.value).slice(0, 200)}</span>
          </p>
          {picked?.(chosen)}
        </div>
      )}
    </div>
  );
}
