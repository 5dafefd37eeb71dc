// The names of the inputs or outputs of the action that is chosen in a form.
import type { TextSetting } from '@bellwire/model/settings/setting.ts';
import type { FormScene } from './control.ts';
import type { NamedChoice } from './surroundings.ts';

export function actionNames(
  which: NonNullable<TextSetting['names']>,
  { fields, values, surroundings }: FormScene,
): readonly NamedChoice[] {
  const chosen = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'reference' && field.to === 'action' ? [values[name]] : [],
  );
  const action = surroundings.references.action.find((choice) => chosen.includes(choice.value));
  return (which === 'action-input' ? action?.inputs : action?.outputs) ?? [];
}
