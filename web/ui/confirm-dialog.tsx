// Asks before something that cannot be undone; says what will be gone, and the button says the act itself.
import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import './dialog.css';

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  /** A question that names the thing: "Uninstall Acme Pay?" */
  title: string;
  /** What will be different afterwards, and what will not. */
  consequence: ReactNode;
  /** The act as a verb: "Uninstall". */
  act: string;
  onConfirm: () => void;
  busy?: boolean;
}

export function ConfirmDialog({
  open,
  onClose,
  title,
  consequence,
  act,
  onConfirm,
  busy = false,
}: ConfirmDialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-scrim" />
        <Base.Popup className="dialog" data-size="small" data-place="middle">
          <header className="dialog-head">
            <div>
              <Base.Title className="dialog-title">{title}</Base.Title>
              <Base.Description className="dialog-about">{consequence}</Base.Description>
            </div>
          </header>
          <footer className="dialog-foot">
            <Base.Close render={<Button>Cancel</Button>} />
            <Button look="danger" busy={busy} onClick={onConfirm}>
              {act}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
