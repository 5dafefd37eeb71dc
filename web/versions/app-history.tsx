// The history of a mini-app's draft, in the builder.
import { useState } from 'react';
import { Answer } from '../server-state/answer.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useBuilder } from '../mini-apps/builder.ts';
import { EditList } from './edit-list.tsx';
import { useEditActs } from './use-edit-acts.ts';

const FIRST_SHOWN = 20;
const MOST_SHOWN = 100;

export function AppHistory() {
  const { view, settled } = useBuilder();
  const appId = view.id;
  const [limit, setLimit] = useState(FIRST_SHOWN);
  const edits = useOperation('listAppEdits', { appId, limit }, { keepPrevious: true });
  const revert = useChange('revertAppEdit');
  const restore = useChange('restoreApp');
  const acts = useEditActs({
    settled,
    revert: (revision, edit, anyway) => revert.mutateAsync({ appId, revision, edit, anyway }),
    restore: (revision, edit) => restore.mutateAsync({ appId, revision, to: { edit } }),
    busy: revert.isPending || restore.isPending,
  });
  return (
    <Card
      title="History of the draft"
      about="Every edit can be taken back, by itself or with all that came after it."
      flush
    >
      <Answer query={edits}>
        {({ rows, next }) => (
          <>
            <EditList edits={rows} acts={acts} />
            {next === null || limit === MOST_SHOWN ? null : (
              <div className="edits-more">
                <Button onClick={() => setLimit(MOST_SHOWN)}>Show older edits</Button>
              </div>
            )}
          </>
        )}
      </Answer>
    </Card>
  );
}
