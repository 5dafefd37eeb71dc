// The flow that runs: one that is there, or a new one under a name of its own.
import { useOperation } from '../server-state/use-operation.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { SubscriptionDraft } from './subscription-draft.ts';

const NEW = 'new';

export interface FlowChoiceProps {
  botId: string;
  draft: SubscriptionDraft;
  onChange: (draft: SubscriptionDraft) => void;
}

export function FlowChoice({ botId, draft, onChange }: FlowChoiceProps) {
  const flows = useOperation('listFlows', { botId });
  const choices = (flows.data?.rows ?? []).map(({ id, name, publishedVersion }) => ({
    value: id,
    label: name,
    ...(publishedVersion === null && { about: 'Never published: events wait until it is.' }),
  }));
  return (
    <div className="form-pair">
      <Select
        label="Flow that runs"
        required
        choices={[...choices, { value: NEW, label: 'Make a new flow' }]}
        value={draft.flowId ?? NEW}
        onChange={(next) => onChange({ ...draft, flowId: next === NEW ? null : next })}
      />
      {draft.flowId === null ? (
        <TextField
          label="Name of the new flow"
          required
          hint="Events wait, parked, until you have drawn and published it."
          value={draft.newFlowName}
          onChange={(newFlowName) => onChange({ ...draft, newFlowName })}
        />
      ) : null}
    </div>
  );
}
