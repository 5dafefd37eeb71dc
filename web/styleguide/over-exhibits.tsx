// What opens over the page: menu, dialog, drawer, question, toast.
import { Copy, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { Exhibit } from './exhibit.tsx';

type Shown = 'dialog' | 'drawer' | 'confirm' | undefined;

export function OverExhibits() {
  const [shown, setShown] = useState<Shown>();
  const close = () => setShown(undefined);
  return (
    <Exhibit name="Over the page">
      <Acts onDelete={() => setShown('confirm')} />
      <Button onClick={() => setShown('dialog')}>Dialog</Button>
      <Button onClick={() => setShown('drawer')}>Drawer</Button>
      <Button onClick={() => setShown('confirm')}>Question</Button>
      <Button onClick={() => toast({ says: 'Test event sent.' })}>Toast</Button>
      <Button
        onClick={() =>
          toast({
            says: 'The test event was refused.',
            about: 'Item “amount” is missing.',
            tone: 'bad',
          })
        }
      >
        Bad toast
      </Button>
      <NewTrigger open={shown === 'dialog'} onClose={close} />
      <Drawer open={shown === 'drawer'} onClose={close} title="Event" about="Fired by Acme Pay">
        <CodeBlock label="Event’s payload" value={{ order_id: 1042, amount: 129 }} />
      </Drawer>
      <DeleteTrigger open={shown === 'confirm'} onClose={close} />
    </Exhibit>
  );
}

interface OpenProps {
  open: boolean;
  onClose: () => void;
}

function NewTrigger({ open, onClose }: OpenProps) {
  const [name, setName] = useState('payment_paid');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="New trigger"
      about="Its name is what flows and developers refer to; it cannot be changed once published."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={onClose}>
            Create trigger
          </Button>
        </>
      }
    >
      <TextField label="Name" required mono value={name} onChange={setName} />
    </Dialog>
  );
}

function DeleteTrigger({ open, onClose }: OpenProps) {
  const remove = () => {
    onClose();
    toast({
      says: 'The trigger was deleted.',
      about: 'Flows that used it are greyed out.',
      onUndo: () => undefined,
    });
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Delete the trigger payment_paid?"
      consequence="3 subscriptions will hear of it no more. Past events and runs stay."
      act="Delete trigger"
      onConfirm={remove}
    />
  );
}

function Acts({ onDelete }: { onDelete: () => void }) {
  const nothing = () => undefined;
  const edits = [
    { label: 'Rename', icon: <Pencil size={15} aria-hidden />, onPick: nothing },
    { label: 'Duplicate', icon: <Copy size={15} aria-hidden />, keys: 'Ctrl D', onPick: nothing },
  ];
  const remove = { label: 'Delete', icon: <Trash2 size={15} aria-hidden />, danger: true, onPick: onDelete };
  return (
    <Menu
      align="start"
      opener={<IconButton label="More acts" look="plain" icon={<MoreHorizontal size={16} aria-hidden />} />}
      groups={[{ acts: edits }, { acts: [remove] }]}
    />
  );
}
