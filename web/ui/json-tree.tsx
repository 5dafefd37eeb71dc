// A JSON value as a tree; who uses it draws each line.
import { Fragment, type ReactNode } from 'react';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';

export type JsonPathKeys = readonly (string | number)[];

export interface JsonTreeProps {
  label: string;
  value: Json;
  /** One line: its place in the value, what is there, and that in a word or two. */
  line: (path: JsonPathKeys, value: Json, brief: string) => ReactNode;
  /** Whether the whole value has a line too, where it holds others. */
  withRoot?: boolean;
}

/** More lines at once cost more than they help; the rest is told by its count. */
const MOST_LINES_OF_ONE = 200;

export function JsonTree({ label, value, line, withRoot = false }: JsonTreeProps) {
  return (
    <ul className="sample-tree" aria-label={label}>
      <Branch path={[]} value={value} line={line} withRoot={withRoot} />
    </ul>
  );
}

interface BranchProps extends Required<Omit<JsonTreeProps, 'label'>> {
  path: JsonPathKeys;
}

function Branch({ path, value, line, withRoot }: BranchProps) {
  const inside = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  const isBareRoot = path.length === 0 && inside.length > 0 && !withRoot;
  return (
    <li>
      {isBareRoot ? null : <Fragment>{line(path, value, brief(value))}</Fragment>}
      {inside.length === 0 ? null : (
        <ul>
          {inside.slice(0, MOST_LINES_OF_ONE).map(([name, entry]) => (
            <Branch key={name} path={[...path, name]} value={entry} line={line} withRoot={withRoot} />
          ))}
          {inside.length > MOST_LINES_OF_ONE ? <li>… {inside.length - MOST_LINES_OF_ONE} more</li> : null}
        </ul>
      )}
    </li>
  );
}

function brief(value: Json): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return isJsonObject(value) ? '' : JSON.stringify(value);
}
