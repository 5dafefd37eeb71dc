// What an install's events may match by themselves, when they name a contact by something else than its id.
import { useState } from 'react';
import type { ContactPolicy } from '@bellwire/model/identity.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Answer } from '../server-state/answer.tsx';
import { problemAt, problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select, type SelectProps } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';

type Policy = OutputOf<'getContactPolicy'>;

const policies: readonly { readonly value: ContactPolicy; readonly label: string; readonly about: string }[] =
  [
    {
      value: 'unmatched',
      label: 'I choose the contact',
      about: 'They wait under Events, Unmatched, until I link them.',
    },
    {
      value: 'match',
      label: 'Match who fits',
      about: 'The one contact with this e-mail or phone; what fits nobody waits.',
    },
    {
      value: 'match-or-create',
      label: 'Match, or make a contact',
      about: 'What fits nobody becomes a new contact of the bot.',
    },
  ];

export function ContactPolicyCard({ installId }: { installId: string }) {
  const policy = useOperation('getContactPolicy', { installId });
  const bots = useOperation('listBots', {});
  return (
    <Card
      title="Finding the contact"
      about="For events that name somebody by e-mail, phone or an id of the app's own."
    >
      <Answer query={policy} height={120}>
        {(saved) => (
          <PolicyForm
            key={JSON.stringify(saved)}
            installId={installId}
            saved={saved}
            bots={bots.data?.rows ?? []}
          />
        )}
      </Answer>
    </Card>
  );
}

interface PolicyFormProps {
  installId: string;
  saved: Policy;
  bots: OutputOf<'listBots'>['rows'];
}

function PolicyForm({ installId, saved, bots }: PolicyFormProps) {
  const save = useChange('setContactPolicy');
  const [{ policy, botId }, setDraft] = useState(saved);
  const isSame = policy === saved.policy && botId === saved.botId;
  const elsewhere = problemElsewhere(save.error, ['botId']);
  return (
    <div className="settings-form">
      {elsewhere && <ProblemNote look="box" problem={elsewhere} />}
      <Select
        label="Where nobody is linked yet"
        required
        choices={policies}
        value={policy}
        hint={policies.find(({ value }) => value === policy)?.about ?? ''}
        onChange={(next) => setDraft({ policy: policyOf(next), botId })}
      />
      {policy === 'unmatched' ? null : (
        <BotChoice
          bots={bots}
          makes={policy === 'match-or-create'}
          value={botId}
          onChange={(next) => setDraft({ policy, botId: next })}
          {...problemAt(save.error, 'botId')}
        />
      )}
      {isSame ? null : (
        <Button
          look="primary"
          busy={save.isPending}
          onClick={() =>
            save.mutate({ installId, policy, botId }, { onSuccess: () => toast({ says: 'Saved.' }) })
          }
        >
          Save
        </Button>
      )}
    </div>
  );
}

function policyOf(text: string): ContactPolicy {
  return policies.find(({ value }) => value === text)?.value ?? 'unmatched';
}

interface BotChoiceProps extends Pick<SelectProps, 'problem'> {
  bots: PolicyFormProps['bots'];
  /** Contacts are made in the bot, so it has to be one. */
  makes: boolean;
  value: string | null;
  onChange: (botId: string | null) => void;
}

const ALL = 'all';

function BotChoice({ bots, makes, value, onChange, ...problem }: BotChoiceProps) {
  return (
    <Select
      label={makes ? 'In the bot' : 'Among the contacts of'}
      required={makes}
      choices={[
        ...(makes ? [] : [{ value: ALL, label: 'all bots' }]),
        ...bots.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? (makes ? null : ALL)}
      onChange={(next) => onChange(next === ALL ? null : next)}
      {...problem}
    />
  );
}
