// Edits a condition: clauses of a field, an operator and a value, of which all or any one must hold.
import { Plus } from 'lucide-react';
import type { Condition } from '@bellwire/model/condition.ts';
import { Button } from '../ui/button.tsx';
import { ClauseRow } from './clause-row.tsx';
import type { PlaceGroup } from './surroundings.ts';
import { within } from './within.ts';
import './settings-form.css';
import type { Told } from '../server-state/problem-words.ts';

export interface ConditionEditorProps {
  label: string;
  value: Condition;
  onChange: (condition: Condition) => void;
  /** What can be compared, and what values can mention. */
  places: readonly PlaceGroup[];
  /** Their paths begin at the condition: `['clauses', 0, 'value']`. */
  complaints?: readonly Told[];
  /** What a condition without clauses means. */
  emptyText?: string;
}

export function ConditionEditor({
  label,
  value,
  onChange,
  places,
  complaints = [],
  emptyText = 'No condition yet: it always holds.',
}: ConditionEditorProps) {
  const { match, clauses } = value;
  const set = (next: Condition['clauses']) => onChange({ match, clauses: next });
  return (
    <fieldset className="condition-editor">
      <legend className="field-label">{label}</legend>
      {clauses.length === 0 ? <p className="field-hint">{emptyText}</p> : null}
      {clauses.map((clause, place) => (
        <div key={place} className="condition-clause">
          {place === 0 ? null : (
            <button
              type="button"
              className="condition-joint"
              title={match === 'all' ? 'All must hold. Click for any.' : 'One must hold. Click for all.'}
              onClick={() => onChange({ match: match === 'all' ? 'any' : 'all', clauses })}
            >
              {match === 'all' ? 'and' : 'or'}
            </button>
          )}
          <ClauseRow
            says={`${label}, clause ${place + 1}`}
            clause={clause}
            places={places}
            complaints={within(complaints, ['clauses', place])}
            onChange={(next) => set(clauses.with(place, next))}
            onRemove={() => set(clauses.toSpliced(place, 1))}
          />
        </div>
      ))}
      <Button
        look="quiet"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => set([...clauses, { field: '', operator: 'is', value: '' }])}
      >
        Add clause
      </Button>
    </fieldset>
  );
}
