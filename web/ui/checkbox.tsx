// Yes or no, as part of a form that is saved as a whole; for what acts at once take Switch.
import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import './field.css';

export interface TickProps {
  label: string;
  about?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  /** Keeps the label for screen readers only, for instance in a table's cell. */
  hideLabel?: boolean;
}

export function Checkbox({
  label,
  about,
  checked,
  onChange,
  disabled = false,
  hideLabel = false,
  some = false,
}: TickProps & { some?: boolean }) {
  return (
    <label className="tick">
      <Base.Root
        className="checkbox"
        checked={checked}
        indeterminate={some}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
      >
        <Base.Indicator keepMounted={false}>
          {some ? (
            <Minus size={12} strokeWidth={3} aria-hidden />
          ) : (
            <Check size={12} strokeWidth={3} aria-hidden />
          )}
        </Base.Indicator>
      </Base.Root>
      <TickWords label={label} about={about} hideLabel={hideLabel} />
    </label>
  );
}

export function TickWords({
  label,
  about,
  hideLabel,
}: {
  label: string;
  about: string | undefined;
  hideLabel: boolean;
}) {
  return (
    <span className={hideLabel ? 'unseen' : 'tick-words'}>
      <span>{label}</span>
      {about === undefined ? null : <span className="tick-about">{about}</span>}
    </span>
  );
}
