// On or off, acting at once.
import { Switch as Base } from '@base-ui/react/switch';
import { TickWords } from './checkbox.tsx';
import type { TickProps } from './checkbox.tsx';
import './field.css';

export function Switch({ label, about, checked, onChange, disabled = false, hideLabel = false }: TickProps) {
  return (
    <label className="tick">
      <Base.Root
        className="switch"
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
      >
        <Base.Thumb className="switch-thumb" />
      </Base.Root>
      <TickWords label={label} about={about} hideLabel={hideLabel} />
    </label>
  );
}
