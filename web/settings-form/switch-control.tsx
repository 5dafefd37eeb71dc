// The control of a setting that is on or off.
import type { SwitchSetting } from '@bellwire/model/settings/setting.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Switch } from '../ui/switch.tsx';
import type { ControlProps } from './control.ts';

export function SwitchControl({ field, value, onChange, frame }: ControlProps<SwitchSetting>) {
  return (
    <>
      <Switch
        label={field.label}
        {...(field.about === undefined ? {} : { about: field.about })}
        checked={(value ?? field.default) === true}
        onChange={onChange}
      />
      {frame.problem === undefined ? null : <ProblemNote problem={frame.problem} />}
    </>
  );
}
