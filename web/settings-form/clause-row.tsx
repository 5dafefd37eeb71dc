// One clause of a condition: what is compared, how, and with what.
import { Trash2 } from 'lucide-react';
import { findOperator, operators, operatorsFor } from '@bellwire/engine/language/operators.ts';
import type { Operator } from '@bellwire/engine/language/operator.ts';
import type { Clause } from '@bellwire/model/condition.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { ClauseValue } from './clause-value.tsx';
import { placeAt, type PlaceGroup } from './surroundings.ts';
import { TemplateField } from './template-field.tsx';

export interface ClauseRowProps {
  says: string;
  clause: Clause;
  places: readonly PlaceGroup[];
  complaints: Parameters<typeof complaintAt>[0];
  onChange: (clause: Clause) => void;
  onRemove: () => void;
}

export function ClauseRow(props: ClauseRowProps) {
  const { says, clause, places, complaints, onChange, onRemove } = props;
  return (
    <div className="clause-row" role="group" aria-label={says}>
      <div className="clause-row-head">
        <TemplateField
          label="Value to look at"
          hideLabel
          required
          mono
          inserts="whole"
          placeholder="Choose a value…"
          value={clause.field}
          places={places}
          onChange={(field) => onChange(fitting({ ...clause, field }, offeredFor(places, field)))}
          {...complaintAt(complaints, ['field'])}
        />
        <IconButton
          size="small"
          label={`Remove ${says}`}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={onRemove}
        />
      </div>
      <Comparison {...props} />
    </div>
  );
}

function Comparison({ clause, places, complaints, onChange }: ClauseRowProps) {
  const operator = findOperator(clause.operator);
  const offered = withPresent(offeredFor(places, clause.field), operator);
  return (
    <div className="clause-row-body">
      <Select
        label="How it is compared"
        hideLabel
        required
        value={clause.operator}
        choices={offered.map(({ name, label, about }) => ({ value: name, label, about }))}
        onChange={(name) => onChange(withOperator(clause, name))}
        {...complaintAt(complaints, ['operator'])}
      />
      <ClauseValue
        asks={operator?.asks ?? 'text'}
        value={clause.value}
        places={places}
        onChange={(value) => onChange({ ...clause, value })}
        problem={complaintAt(complaints, ['value'])}
      />
    </div>
  );
}

/** Of a value whose type nobody knows, as one deep inside of JSON, everything can be asked. */
function offeredFor(places: readonly PlaceGroup[], path: string): readonly Operator[] {
  const type = placeAt(places, path)?.type;
  return type === undefined ? operators : operatorsFor(type);
}

function withPresent(offered: readonly Operator[], present: Operator | undefined): readonly Operator[] {
  return present === undefined || offered.includes(present) ? offered : [present, ...offered];
}

/** Another field may not know the operator that was chosen: then its first one is. */
function fitting(clause: Clause, offered: readonly Operator[]): Clause {
  const [first] = offered;
  if (first === undefined || offered.some(({ name }) => name === clause.operator)) return clause;
  return withOperator(clause, first.name);
}

function withOperator({ value, ...clause }: Clause, name: string): Clause {
  const asks = findOperator(name)?.asks;
  if (asks === 'nothing') return { ...clause, operator: name };
  const before = findOperator(clause.operator)?.asks;
  return { ...clause, operator: name, value: before === asks && value !== undefined ? value : '' };
}
