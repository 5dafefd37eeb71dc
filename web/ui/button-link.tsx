// A link that looks like a button, for an act that is going somewhere.
import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { ButtonLook } from './button.tsx';
import './button.css';

interface AnchorProps extends ComponentProps<'a'> {
  look?: ButtonLook;
  size?: 'normal' | 'small';
  icon?: ReactNode;
}

export const ButtonLink = createLink(function Anchor({
  look = 'plain',
  size = 'normal',
  icon,
  children,
  ...native
}: AnchorProps) {
  return (
    <a {...native} className="button" data-look={look} data-size={size}>
      {icon}
      {children}
    </a>
  );
});
