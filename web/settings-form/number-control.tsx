// The control of a number; a place that holds one can stand there too.
import type { NumberSetting } from '@bellwire/model/settings/setting.ts';
import type { ControlProps } from './control.ts';
import { readNumber } from './read-number.ts';
import { shownText } from './shown-text.ts';
import { TemplateField } from './template-field.tsx';

export function NumberControl({ field, value, onChange, frame, scene }: ControlProps<NumberSetting>) {
  return (
    <TemplateField
      {...frame}
      value={shownText(value ?? field.default)}
      onChange={(text) => onChange(text.trim() === '' ? undefined : readNumber(text))}
      places={scene.surroundings.places}
      inputMode="decimal"
      placeholder={rangeOf(field)}
    />
  );
}

function rangeOf({ min, max }: NumberSetting): string {
  if (min === undefined) return max === undefined ? '' : `at most ${max}`;
  return max === undefined ? `at least ${min}` : `${min} to ${max}`;
}
