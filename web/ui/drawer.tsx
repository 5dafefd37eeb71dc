// A dialog that comes in from the right side, for looking at one thing without losing the list behind it.
import { Dialog } from './dialog.tsx';
import type { DialogProps } from './dialog.tsx';

export function Drawer(props: Omit<DialogProps, 'place'>) {
  return <Dialog {...props} place="side" />;
}
