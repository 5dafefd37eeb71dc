// What installed apps know a contact by; a wrong link is taken away here.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { useState } from 'react';
import { problemWords } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { toast } from '../ui/toast.tsx';

type IdentityRow = OutputOf<'listIdentities'>['rows'][number];

/** Nothing where no app knows the contact by an id of its own: most are not. */
export function ContactIdentities({ contactId }: { contactId: string }) {
  const { data } = useOperation('listIdentities', { contactId });
  const [removed, setRemoved] = useState<IdentityRow>();
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card title="Known to apps as">
      <KeyValue
        facts={data.rows.map(
          (row) =>
            [
              row.installName,
              <span key="says" className="contact-identity">
                {row.says}
                <Button size="small" look="quiet" onClick={() => setRemoved(row)}>
                  Remove
                </Button>
              </span>,
            ] as const,
        )}
      />
      {removed && <RemoveDialog contactId={contactId} row={removed} onClose={() => setRemoved(undefined)} />}
    </Card>
  );
}

interface RemoveDialogProps {
  contactId: string;
  row: IdentityRow;
  onClose: () => void;
}

function RemoveDialog({ contactId, row, onClose }: RemoveDialogProps) {
  const unlink = useChange('unlinkIdentity');
  const { installId, kind, value, says, installName } = row;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove ${says}?`}
      consequence={
        <>
          Later events of {installName} that name it wait under Events, Unmatched, unless they are matched
          another way. What has run stays as it is.
          {unlink.error === null ? null : <ProblemNote problem={problemWords(unlink.error)} />}
        </>
      }
      act="Remove link"
      busy={unlink.isPending}
      onConfirm={() =>
        unlink.mutate(
          { contactId, installId, kind, value },
          {
            onSuccess: () => {
              toast({ says: `${says} is no longer linked.` });
              onClose();
            },
          },
        )
      }
    />
  );
}
