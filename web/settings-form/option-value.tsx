// The answer to a select of an action: one of its options, or a text with places that is filled when the flow runs.
import { useState, type ReactNode } from 'react';
import { isJsonObject, type JsonObject } from '@bellwire/model/json.ts';
import type { ValueSetting } from '@bellwire/model/settings/setting.ts';
import { OptionSelect } from '../installs/option-select.tsx';
import { Button } from '../ui/button.tsx';
import { actionNames } from './action-names.ts';
import type { ControlProps } from './control.ts';
import { shownText } from './shown-text.ts';
import type { NamedChoice } from './surroundings.ts';

/** The input of the chosen action that the entry with this value names. */
export function answeredInput({ field, path, scene }: ControlProps<ValueSetting>): NamedChoice | undefined {
  const { answers } = field;
  if (answers === undefined) return undefined;
  const entry = entryAt(scene.values, path);
  return actionNames('action-input', scene).find(({ name }) => name === entry?.[answers]);
}

export interface OptionValueProps extends ControlProps<ValueSetting> {
  options: NonNullable<NamedChoice['options']>;
  /** What is drawn instead while a text is written. */
  typed: ReactNode;
}

export function OptionValue(props: OptionValueProps) {
  const { value, onChange, frame, options, typed } = props;
  const [isTyped, setTyped] = useState(shownText(value).includes('{{'));
  return (
    <div className="option-value">
      {isTyped ? (
        typed
      ) : (
        <OptionSelect
          {...frame}
          form={{ is: 'install', installId: options.installId }}
          source={options.source}
          inputs={answersBeside(props)}
          value={shownText(value) === '' ? null : shownText(value)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
      <Button look="quiet" size="small" onClick={() => setTyped(!isTyped)}>
        {isTyped ? 'Choose one of the options' : 'Write a value with {{ }}'}
      </Button>
    </div>
  );
}

/** What the other entries answer; what is only known when the flow runs counts as not filled in. */
function answersBeside({ field, path, scene }: ControlProps<ValueSetting>): JsonObject {
  const [list] = path;
  const own = String(path.at(-1));
  const entries = typeof list === 'string' ? scene.values[list] : undefined;
  if (field.answers === undefined || !Array.isArray(entries)) return {};
  const { answers } = field;
  return Object.fromEntries(
    entries.filter(isJsonObject).flatMap((entry) => {
      const answer = entry[own] ?? null;
      const isFilledLater = typeof answer === 'string' && answer.includes('{{');
      return isFilledLater ? [] : [[shownText(entry[answers]), answer]];
    }),
  );
}

function entryAt(values: JsonObject, path: readonly (string | number)[]): JsonObject | undefined {
  const [list, place] = path;
  const entries = typeof list === 'string' ? values[list] : undefined;
  const entry = Array.isArray(entries) && typeof place === 'number' ? entries[place] : undefined;
  return isJsonObject(entry) ? entry : undefined;
}
