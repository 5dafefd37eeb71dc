// A dialog around one form: what is wrong above it, Cancel and the act below; Enter does the act.
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { ProblemNote, type Problem } from './problem-note.tsx';
import './form.css';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'about' | 'size'> {
  onClose: () => void;
  /** The act as a verb: "Make bot". */
  act: string;
  onSubmit: () => void;
  busy: boolean;
  /** Something that is needed is not there yet. */
  unready?: boolean;
  /** What is wrong beyond the fields that show it themselves. */
  problem: Problem | undefined;
  /** Acts before Cancel, for instance a way back. */
  moreActs?: ReactNode;
  children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { onClose, act, onSubmit, busy, unready = false, problem, moreActs, children, ...dialog } = props;
  const form = useId();
  return (
    <Dialog
      {...dialog}
      open
      onClose={onClose}
      footer={
        <>
          {moreActs}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} busy={busy} disabled={unready}>
            {act}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!unready) onSubmit();
        }}
      >
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        {children}
      </form>
    </Dialog>
  );
}
