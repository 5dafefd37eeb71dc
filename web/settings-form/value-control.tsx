// The control of any value: a text, in which a single place keeps the type of what stands there.
import { parseJson, type Json } from '@bellwire/model/json.ts';
import type { ValueSetting } from '@bellwire/model/settings/setting.ts';
import type { ControlProps } from './control.ts';
import { answeredInput, OptionValue } from './option-value.tsx';
import { shownText } from './shown-text.ts';
import { placesFor } from './surroundings.ts';
import { TemplateField } from './template-field.tsx';

export function ValueControl(props: ControlProps<ValueSetting>) {
  const answered = answeredInput(props);
  const typed = <AnyValue {...props} />;
  if (answered?.options === undefined) return typed;
  return <OptionValue {...props} options={answered.options} typed={typed} />;
}

function AnyValue({ field, value, onChange, frame, scene }: ControlProps<ValueSetting>) {
  const saved = value ?? field.default;
  return (
    <TemplateField
      {...frame}
      value={shownText(saved)}
      onChange={(text) => onChange(text === '' ? undefined : keepsType(saved, text))}
      places={placesFor(field, scene.surroundings)}
      {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })}
    />
  );
}

/** What was a list, an object or a number stays one while the text can still be read so; a text is never read as anything else. */
function keepsType(before: Json | undefined, text: string): Json {
  if (before === undefined || typeof before === 'string') return text;
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
