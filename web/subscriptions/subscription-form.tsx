// The form of a subscription once its trigger is chosen.
import { useMemo } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { botPlaces } from '../settings-form/bot-surroundings.ts';
import { ConditionEditor } from '../settings-form/condition-editor.tsx';
import { within } from '../settings-form/within.ts';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { ItemMappings } from './item-mappings.tsx';
import type { SubscriptionDraft } from './subscription-draft.ts';

export interface SubscriptionFormProps {
  botId: string;
  draft: SubscriptionDraft;
  onChange: (draft: SubscriptionDraft) => void;
  error: ProblemError | null;
}

export function SubscriptionForm({ botId, draft, onChange, error }: SubscriptionFormProps) {
  const { install, trigger, userFields, places } = useTriggerParts(botId, draft);
  const complaints = error?.complaints ?? [];
  const about = trigger === undefined || trigger.about === '' ? '' : `: ${trigger.about}`;
  return (
    <>
      <div className="subscription-top">
        <div>
          <strong>{trigger?.label ?? draft.trigger}</strong>
          <p>{`${install?.name ?? 'An app that is not installed any more'}${about}`}</p>
        </div>
        <Switch label="On" checked={draft.enabled} onChange={(enabled) => onChange({ ...draft, enabled })} />
      </div>
      <FlowChoice botId={botId} draft={draft} onChange={onChange} />
      <ConditionEditor
        label="Only when"
        value={draft.filter ?? { match: 'all', clauses: [] }}
        onChange={(filter) => onChange({ ...draft, filter: filter.clauses.length === 0 ? null : filter })}
        places={places}
        complaints={within(complaints, ['filter'])}
        emptyText="No filter: every event is let in."
      />
      <ItemMappings
        {...{ botId, trigger, userFields }}
        mappings={draft.mappings}
        onChange={(mappings) => onChange({ ...draft, mappings })}
        complaints={within(complaints, ['mappings'])}
      />
      <NoteField draft={draft} onChange={onChange} />
    </>
  );
}

function NoteField({ draft, onChange }: Pick<SubscriptionFormProps, 'draft' | 'onChange'>) {
  return (
    <TextField
      label="Note"
      placeholder="Why this is here, for whoever looks next"
      maxLength={500}
      value={draft.note}
      onChange={(note) => onChange({ ...draft, note })}
    />
  );
}

/** The trigger and its app are absent where the app is gone, or does not have the trigger any more. */
function useTriggerParts(botId: string, { installId, trigger: name }: SubscriptionDraft) {
  const installs = useOperation('listInstalls', {}).data?.rows;
  const fields = useOperation('listUserFields', { botId }).data?.rows;
  return useMemo(() => {
    const install = installs?.find(({ id }) => id === installId);
    const trigger = install?.triggers.find((one) => one.name === name);
    const userFields = fields ?? [];
    const places = botPlaces({
      userFields,
      installs: install === undefined ? [] : [install],
      triggers: [{ installId, trigger: name }],
    });
    return { install, trigger, userFields, places };
  }, [installs, fields, installId, name]);
}
