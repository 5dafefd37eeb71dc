// Two edits of the same: both texts side by side, for a person to choose; nothing of either is lost until then.
import { useState } from 'react';
import type { Conflict, Side } from '@bellwire/model/merge/merge-three.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { conflictWords } from './conflict-words.ts';
import type { Meeting } from './draft.ts';
import './meeting-dialog.css';

export function MeetingDialog({ meeting }: { meeting: Meeting | undefined }) {
  if (meeting === undefined) return null;
  return <Chooser key={meeting.conflicts.map(({ path }) => path.join(' ')).join()} {...meeting} />;
}

const ours = { side: 'ours', label: 'Yours' } as const;
const theirs = { side: 'theirs', label: 'Saved meanwhile' } as const;
const stay = () => undefined;

function Chooser({ conflicts, settle }: Meeting) {
  const [sides, setSides] = useState<readonly Side[]>(conflicts.map(() => 'ours'));
  const all = (side: Side) => setSides(conflicts.map(() => side));
  return (
    <Dialog
      open
      onClose={stay}
      size="wide"
      title="The same was changed elsewhere"
      about="In another window, or by somebody else. Everything else of both edits is kept; choose here."
      footer={
        <>
          {conflicts.length < 2 ? null : (
            <>
              <Button look="quiet" onClick={() => all('ours')}>
                All of yours
              </Button>
              <Button look="quiet" onClick={() => all('theirs')}>
                All that was saved
              </Button>
            </>
          )}
          <Button look="primary" onClick={() => settle(sides)}>
            Keep what is chosen
          </Button>
        </>
      }
    >
      {conflicts.map((conflict, at) => (
        <ConflictChoice
          key={conflict.path.join(' ')}
          conflict={conflict}
          chosen={sides[at] ?? 'ours'}
          onChoose={(side) => setSides(sides.with(at, side))}
        />
      ))}
    </Dialog>
  );
}

interface ConflictChoiceProps {
  conflict: Conflict;
  chosen: Side;
  onChoose: (side: Side) => void;
}

function ConflictChoice({ conflict, chosen, onChoose }: ConflictChoiceProps) {
  const words = conflictWords(conflict.path);
  return (
    <fieldset className="meeting">
      <legend>{words}</legend>
      {[ours, theirs].map(({ side, label }) => (
        <label key={side} className="meeting-side" data-chosen={chosen === side || undefined}>
          <span>
            <input type="radio" name={words} checked={chosen === side} onChange={() => onChoose(side)} />
            {label}
          </span>
          <SideText value={conflict[side]} />
        </label>
      ))}
    </fieldset>
  );
}

function SideText({ value }: { value: Conflict[Side] }) {
  if (value === undefined) return <em>removed</em>;
  return <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>;
}
