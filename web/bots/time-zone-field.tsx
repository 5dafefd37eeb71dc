// Chooses a time zone by typing a part of its name.
import { Combobox } from '../ui/combobox.tsx';
import type { Problem } from '../ui/problem-note.tsx';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const choices = zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export interface TimeZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
  problem?: Problem;
}

export function TimeZoneField({ value, onChange, problem }: TimeZoneFieldProps) {
  return (
    <Combobox
      label="Time zone"
      required
      hint="In which flows read and write dates, unless the contact has told its own."
      choices={choices}
      value={value}
      onChange={(zone) => onChange(zone ?? value)}
      {...(problem !== undefined && { problem })}
    />
  );
}
