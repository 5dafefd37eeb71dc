// The corner in which toasts stand, with a way back where there is one.
import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import './toast.css';

export interface ToastWords {
  says: string;
  about?: string;
  tone?: 'plain' | 'bad';
  /** Takes the act back; shown as a button "Undo". */
  onUndo?: () => void;
}

export interface ToastShelfProps {
  waiting: readonly ToastWords[];
  /** Gives each of those that wait once. */
  take: () => readonly ToastWords[];
}

const toasts = Base.createToastManager();

export function ToastShelf({ waiting, take }: ToastShelfProps) {
  // After the provider's own effect: what is added before it listens is lost.
  useEffect(() => {
    if (waiting.length > 0) take().forEach(show);
  }, [waiting, take]);
  return (
    <Base.Provider toastManager={toasts} limit={3}>
      <Base.Portal>
        <Base.Viewport className="toast-shelf">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function show({ says, about, tone = 'plain', onUndo }: ToastWords): void {
  const id = toasts.add({
    title: says,
    type: tone,
    priority: tone === 'bad' ? 'high' : 'low',
    timeout: onUndo === undefined ? 5_000 : 10_000,
    ...(about === undefined ? {} : { description: about }),
    ...(onUndo === undefined
      ? {}
      : {
          actionProps: {
            children: 'Undo',
            onClick: () => {
              onUndo();
              toasts.close(id);
            },
          },
        }),
  });
}

function ToastList() {
  const shown = Base.useToastManager().toasts;
  return shown.map((one) => (
    <Base.Root key={one.id} toast={one} className="toast" data-tone={one.type}>
      <Base.Content className="toast-content">
        <div className="toast-words">
          <Base.Title className="toast-title" />
          <Base.Description className="toast-about" />
        </div>
        <Base.Action className="button" data-look="plain" data-size="small" />
        <Base.Close className="icon-button" data-size="small" aria-label="Close">
          <X size={14} aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
