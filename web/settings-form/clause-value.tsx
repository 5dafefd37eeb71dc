// What a clause compares with: the control that its operator asks for.
import type { Asks } from '@bellwire/engine/language/operator.ts';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';
import type { Problem } from '../ui/problem-note.tsx';
import { readNumber } from './read-number.ts';
import { shownText } from './shown-text.ts';
import type { PlaceGroup } from './surroundings.ts';
import { TemplateField } from './template-field.tsx';

export interface ClauseValueProps {
  asks: Asks;
  value: Json | undefined;
  places: readonly PlaceGroup[];
  onChange: (value: Json) => void;
  problem: { problem?: Problem };
}

interface Asked {
  readonly label: string;
  readonly placeholder: string;
  readonly isNumber?: true;
}

const asked: Readonly<Record<Exclude<Asks, 'nothing' | 'pair'>, Asked>> = {
  text: { label: 'Compared with', placeholder: 'paid' },
  number: { label: 'Compared with a number', placeholder: '100', isNumber: true },
  date: { label: 'Compared with a date', placeholder: '2026-01-31' },
  datetime: { label: 'Compared with a date and time', placeholder: '2026-01-31 18:00' },
  time: { label: 'Compared with a time', placeholder: '18:00' },
  list: { label: 'Compared with a list', placeholder: 'vip, new' },
};

export function ClauseValue({ asks, value, places, onChange, problem }: ClauseValueProps) {
  if (asks === 'nothing') return null;
  if (asks === 'pair') return <PairValue {...{ value, places, onChange, problem }} />;
  const { label, placeholder, isNumber } = asked[asks];
  return (
    <TemplateField
      label={label}
      hideLabel
      required
      placeholder={placeholder}
      value={Array.isArray(value) ? value.map(shownText).join(', ') : shownText(value)}
      places={places}
      onChange={(text) => onChange(isNumber ? readNumber(text) : text)}
      {...(isNumber ? { inputMode: 'decimal' as const } : {})}
      {...problem}
    />
  );
}

/** A key and the value that stands under it. */
function PairValue({ value, places, onChange, problem }: Omit<ClauseValueProps, 'asks'>) {
  const pair = isJsonObject(value) ? value : {};
  return (
    <>
      <TemplateField
        label="Key"
        hideLabel
        required
        placeholder="key"
        value={shownText(pair.key)}
        places={places}
        onChange={(key) => onChange({ ...pair, key })}
        {...problem}
      />
      <TemplateField
        label="Value under the key"
        hideLabel
        required
        placeholder="value"
        value={shownText(pair.value)}
        places={places}
        onChange={(text) => onChange({ ...pair, value: text })}
      />
    </>
  );
}
