// Chooses the flow that a part runs, leads to its canvas, and makes one on the spot.
import { Plus, SquareArrowOutUpRight } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Select } from '../ui/select.tsx';
import type { Problem } from '../ui/problem-note.tsx';
import { useBuilder } from './builder.ts';
import { newFlow } from './new-flow.ts';

export interface FlowPickerProps {
  /** The name of the flow. */
  value: string;
  onChange: (flow: string) => void;
  /** What a flow that is made here is called. */
  label: string;
  says: string;
  problem?: Problem;
}

export function FlowPicker({ value, onChange, label, says, problem }: FlowPickerProps) {
  const { app, view, change } = useBuilder();
  const isThere = app.flows.some((flow) => flow.name === value);
  const create = () => {
    const flow = newFlow(app, label);
    if (change([flow.change])) onChange(flow.name);
  };
  return (
    <div className="flow-picker">
      <Select
        label="Flow"
        required
        hint={says}
        value={isThere ? value : null}
        choices={app.flows.map((flow) => ({ value: flow.name, label: flow.label, about: flow.name }))}
        onChange={onChange}
        placeholder={value === '' ? 'Choose a flow…' : `${value} is not there`}
        {...(problem === undefined ? {} : { problem })}
      />
      <div className="flow-picker-acts">
        {isThere ? (
          <ButtonLink
            to="/mini-apps/$appId/$section"
            params={{ appId: view.id, section: 'flows' }}
            search={{ part: value }}
            size="small"
            icon={<SquareArrowOutUpRight size={14} aria-hidden />}
          >
            Open the flow
          </ButtonLink>
        ) : null}
        <Button size="small" look="quiet" icon={<Plus size={14} aria-hidden />} onClick={create}>
          New flow
        </Button>
      </div>
    </div>
  );
}
