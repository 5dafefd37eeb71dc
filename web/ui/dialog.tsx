// A window over the page for one task; Escape and a click outside close it.
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import './dialog.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  about?: ReactNode;
  children?: ReactNode;
  /** The acts, the main one last. */
  footer?: ReactNode;
  size?: 'small' | 'normal' | 'wide';
  /** "side" slides a drawer in from the right and leaves the page in sight. */
  place?: 'middle' | 'side';
}

export function Dialog({
  open,
  onClose,
  title,
  about,
  children,
  footer,
  size = 'normal',
  place = 'middle',
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-scrim" />
        <Base.Popup className="dialog" data-size={size} data-place={place}>
          <header className="dialog-head">
            <div>
              <Base.Title className="dialog-title">{title}</Base.Title>
              {about === undefined ? null : (
                <Base.Description className="dialog-about">{about}</Base.Description>
              )}
            </div>
            <Base.Close className="icon-button" data-size="small" aria-label="Close">
              <X size={16} aria-hidden />
            </Base.Close>
          </header>
          {children === undefined ? null : <div className="dialog-body">{children}</div>}
          {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
