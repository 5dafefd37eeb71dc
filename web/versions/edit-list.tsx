// The edits of a draft, the newest first: what was done, who did it, and the ways back.
import { History } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import './versions.css';

export type Edit = OutputOf<'listAppEdits'>['rows'][number];

export interface EditActs {
  /** Takes one edit back, and what came later in its places too where that is wished. */
  revert(edit: number, anyway: boolean): void;
  restore(edit: number): void;
  readonly busy: boolean;
  /** What came later and would be lost, in words, and the edit it is about; undefined where nothing is. */
  readonly conflict: { readonly edit: number; readonly says: string } | undefined;
  forget(): void;
}

export function EditList({ edits, acts }: { edits: readonly Edit[]; acts: EditActs }) {
  const { conflict, forget, revert, busy } = acts;
  if (edits.length === 0) return <NoEdits />;
  return (
    <>
      <ul className="edits">
        {edits.map((edit, index) => (
          <EditLine key={edit.revision} edit={edit} isNow={index === 0} acts={acts} />
        ))}
      </ul>
      <ConfirmDialog
        open={conflict !== undefined}
        onClose={forget}
        title="Take it back all the same?"
        consequence={conflict?.says ?? ''}
        act="Take back"
        busy={busy}
        onConfirm={() => (conflict === undefined ? undefined : revert(conflict.edit, true))}
      />
    </>
  );
}

function EditLine({ edit, isNow, acts }: { edit: Edit; isNow: boolean; acts: EditActs }) {
  const [wholeShown, setWholeShown] = useState(false);
  const { revision, says, by, madeAt, publishedAs, canRevert } = edit;
  const shown = wholeShown ? says : says.slice(0, 3);
  return (
    <li>
      <div className="edits-words">
        {shown.map((sentence, index) => (
          // Two equal edits in one change are told twice.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index}>{sentence}</div>
        ))}
        {says.length > shown.length ? (
          <Button look="quiet" size="small" onClick={() => setWholeShown(true)}>
            and {says.length - shown.length} more
          </Button>
        ) : null}
        <small>
          {by ?? (revision === 1 ? 'The first state' : 'by an API key')} · <RelativeTime at={madeAt} />
        </small>
      </div>
      {publishedAs === null ? null : <Badge tone="ok">version {publishedAs}</Badge>}
      {canRevert ? (
        <Button size="small" disabled={acts.busy} onClick={() => acts.revert(revision, false)}>
          Take back
        </Button>
      ) : null}
      {isNow ? null : (
        <Button size="small" look="quiet" disabled={acts.busy} onClick={() => acts.restore(revision)}>
          Restore this state
        </Button>
      )}
    </li>
  );
}

function NoEdits() {
  return (
    <EmptyState
      icon={<History size={20} aria-hidden />}
      title="No edits yet"
      says="Whatever is changed in the draft stands here, with who did it, and can be taken back."
    />
  );
}
