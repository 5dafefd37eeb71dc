// A button that shows only an icon; its label is read aloud and shown as a tooltip.
import type { ComponentProps, ReactNode } from 'react';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  icon: ReactNode;
  /** The keys that do the same, as shown to people: "Ctrl Z". */
  keys?: string;
  size?: 'normal' | 'small';
  look?: 'quiet' | 'plain';
}

export function IconButton({
  label,
  icon,
  keys,
  size = 'normal',
  look = 'quiet',
  ...native
}: IconButtonProps) {
  return (
    <Tooltip says={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        {...native}
        className="icon-button"
        data-size={size}
        data-look={look}
        aria-label={label}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
