// What a text that is imported would make: what it was found to be, what can be chosen of it, and what is left out.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { DifferenceList } from '../versions/difference-list.tsx';

export type Found = OutputOf<'previewImport'>;

interface ImportFoundProps {
  found: Found;
  busy: boolean;
  onChoose: (choose: string[]) => void;
}

export function ImportFound({ found, busy, onChoose }: ImportFoundProps) {
  const { notes, choices, difference, complaints } = found;
  const problems = complaints.filter(({ level }) => level === 'problem');
  return (
    <div className="import-found">
      <p>
        <strong>{found.found}</strong>: {counts(found)}
      </p>
      {choices.length === 0 ? null : <Choices choices={choices} busy={busy} onChoose={onChoose} />}
      {notes.length === 0 ? null : (
        <section>
          <h3>Not taken over, or to be looked at</h3>
          <ul className="import-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {problems.length === 0 ? null : (
        <ProblemNote
          look="box"
          problem={{
            says: `${problems.length} to be mended before it can be published: ${problems[0]?.says ?? ''}`,
            level: 'warning',
          }}
        />
      )}
      {difference === null ? null : <DifferenceList difference={difference} />}
    </div>
  );
}

function counts({ app }: Found): string {
  const parts = [
    [app.actions.length, 'action'],
    [app.triggers.length, 'trigger'],
    [app.sources.length, 'source'],
    [app.flows.length, 'flow'],
    [app.fields.length, 'app field'],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`);
  return `“${app.label}” with ${told.join(', ') || 'nothing in it'}.`;
}

function Choices({
  choices,
  busy,
  onChoose,
}: { choices: Found['choices'] } & Pick<ImportFoundProps, 'busy' | 'onChoose'>) {
  const chosen = choices.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  return (
    <section>
      <h3>
        Operations: {chosen.length} of {choices.length}
      </h3>
      <div className="import-choices">
        {choices.map(({ id, label, about, isChosen }) => (
          <Checkbox
            key={id}
            label={label}
            about={about}
            checked={isChosen}
            disabled={busy || (!isChosen && chosen.length >= 100)}
            onChange={(checked) => onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
        ))}
      </div>
    </section>
  );
}
