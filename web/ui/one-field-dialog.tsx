// A dialog that asks for one text, and does one thing with it.
import { Button } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { ProblemNote, type Problem } from './problem-note.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';
import './dialog.css';

export interface OneFieldDialogProps extends Pick<DialogProps, 'open' | 'onClose' | 'title' | 'about'> {
  field: TextFieldProps;
  /** The act as a verb: "Rename". */
  act: string;
  onSubmit: () => void;
  /** There is nothing to do it with yet. */
  disabled: boolean;
  busy?: boolean;
  /** What is wrong beyond the field. */
  problem?: Problem | undefined;
}

export function OneFieldDialog(props: OneFieldDialogProps) {
  const { field, act, onSubmit, disabled, busy = false, problem, ...dialog } = props;
  return (
    <Dialog {...dialog} size="small">
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter reaches this even where the button is dead.
          if (!disabled && !busy) onSubmit();
        }}
      >
        {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
        <TextField {...field} required />
        <Button type="submit" look="primary" busy={busy} disabled={disabled}>
          {act}
        </Button>
      </form>
    </Dialog>
  );
}
