// A button: one main act per place is "primary", the rest are plain or quiet, what destroys is "danger".
import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import './button.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  look?: ButtonLook;
  size?: 'normal' | 'small';
  icon?: ReactNode;
  /** Work is under way: the button says so and takes no second click. */
  busy?: boolean;
  children?: ReactNode;
}

export function Button({ look = 'plain', size = 'normal', icon, busy, children, ...rest }: ButtonProps) {
  const { className, disabled, ...native } = rest;
  return (
    <button
      type="button"
      {...native}
      className={className === undefined ? 'button' : `button ${className}`}
      data-look={look}
      data-size={size}
      aria-busy={busy || undefined}
      disabled={disabled === true || busy === true}
    >
      {busy ? <LoaderCircle size={16} className="button-spinner" aria-hidden /> : icon}
      {children}
    </button>
  );
}
