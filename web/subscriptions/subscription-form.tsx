// The form of a subscription once its trigger is chosen.
import { useMemo } from 'react';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { botPlaces } from '../settings-form/bot-surroundings.ts';
import { ConditionEditor } from '../settings-form/condition-editor.tsx';
import { within } from '../settings-form/within.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FlowChoice } from './flow-choice.tsx';
import { ItemMappings } from './item-mappings.tsx';
import type { Install, InstallTrigger, SubscriptionDraft, UserField } from './subscription-draft.ts';

export interface SubscriptionFormProps {
  botId: string;
  draft: SubscriptionDraft;
  onChange: (draft: SubscriptionDraft) => void;
  /** Absent where the app is gone, or does not have the trigger any more. */
  trigger: InstallTrigger | undefined;
  install: Install | undefined;
  userFields: readonly UserField[];
  error: ProblemError | null;
}

export function SubscriptionForm(props: SubscriptionFormProps) {
  const { botId, draft, onChange, trigger, install, userFields, error } = props;
  const places = useMemo(
    () =>
      botPlaces({
        userFields: [...userFields],
        installs: install === undefined ? [] : [install],
        triggers: [{ installId: draft.installId, trigger: draft.trigger }],
      }),
    [userFields, install, draft.installId, draft.trigger],
  );
  const problem = problemElsewhere(error, ['filter', 'mappings']);
  return (
    <div className="form">
      {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
      <div className="subscription-top">
        <div>
          <strong>{trigger?.label ?? draft.trigger}</strong>
          <p>
            {install?.name ?? 'An app that is not installed any more'}
            {trigger === undefined || trigger.about === '' ? '' : `: ${trigger.about}`}
          </p>
        </div>
        <Switch label="On" checked={draft.enabled} onChange={(enabled) => onChange({ ...draft, enabled })} />
      </div>
      <FlowChoice botId={botId} draft={draft} onChange={onChange} />
      <ConditionEditor
        label="Only when"
        value={draft.filter ?? { match: 'all', clauses: [] }}
        onChange={(filter) => onChange({ ...draft, filter: filter.clauses.length === 0 ? null : filter })}
        places={places}
        complaints={within(error?.complaints ?? [], ['filter'])}
        emptyText="No filter: every event is let in."
      />
      <ItemMappings
        botId={botId}
        trigger={trigger}
        userFields={userFields}
        mappings={draft.mappings}
        onChange={(mappings) => onChange({ ...draft, mappings })}
        complaints={within(error?.complaints ?? [], ['mappings'])}
      />
      <TextField
        label="Note"
        placeholder="Why this is here, for whoever looks next"
        maxLength={500}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
      />
    </div>
  );
}
