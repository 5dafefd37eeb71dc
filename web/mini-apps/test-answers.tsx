// The made-up answers of a test: which step's request is answered with which status and body.
import { Plus, Trash2 } from 'lucide-react';
import type { AppTest } from '@bellwire/model/app-test.ts';
import { jsonSchema } from '@bellwire/model/name.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { useBuilder } from './builder.ts';
import { JsonField } from './json-field.tsx';
import type { TestSheetProps } from './test-gives.tsx';

type Answer = AppTest['answers'][number];

export function TestAnswers({ test, onChange }: TestSheetProps) {
  const { answers } = test;
  const steps = useSteps(test);
  const add = { step: steps[0]?.value ?? '', status: 200, body: {} };
  return (
    <Card
      title="Answers"
      about="To the requests on the way. A step that asks again gets its next answer; status 0 is no answer at all."
    >
      <div className="builder-sheets">
        {answers.map((answer, at) => (
          <AnswerFields
            key={at}
            answer={answer}
            steps={steps}
            onChange={(next) => onChange({ answers: answers.with(at, next) })}
            onRemove={() => onChange({ answers: answers.toSpliced(at, 1) })}
          />
        ))}
        <div>
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            disabled={steps.length === 0}
            onClick={() => onChange({ answers: [...answers, add] })}
          >
            Add an answer
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface AnswerFieldsProps {
  answer: Answer;
  steps: ReturnType<typeof useSteps>;
  onChange: (answer: Answer) => void;
  onRemove: () => void;
}

function AnswerFields({ answer, steps, onChange, onRemove }: AnswerFieldsProps) {
  return (
    <fieldset className="test-answer">
      <div className="test-answer-head">
        <Select
          label="Step"
          required
          value={answer.step}
          choices={steps}
          onChange={(step) => onChange({ ...answer, step })}
        />
        <NumberField
          label="Status"
          required
          min={0}
          max={599}
          value={answer.status}
          onChange={(status) => onChange({ ...answer, status: Math.trunc(status ?? 0) })}
        />
        <IconButton label="Remove the answer" icon={<Trash2 size={14} aria-hidden />} onClick={onRemove} />
      </div>
      <JsonField
        label="Body"
        value={answer.body}
        schema={jsonSchema}
        onChange={(body) => onChange({ ...answer, body })}
      />
    </fieldset>
  );
}

/** Of the flow that is run; one that it runs in turn has steps of its own, which are written as text. */
function useSteps({ action, flow, answers }: AppTest) {
  const { app } = useBuilder();
  const name = app.actions.find((one) => one.name === action)?.flow ?? flow;
  const steps = app.flows.find((one) => one.name === name)?.steps ?? [];
  const known = steps.map(({ id, label }) => ({ value: id, label: label ?? id, about: id }));
  const others = answers.map(({ step }) => step).filter((step) => !steps.some(({ id }) => id === step));
  return [
    ...known,
    ...[...new Set(others)].map((step) => ({ value: step, label: step, about: 'Of another flow' })),
  ];
}
