// Sends a test event to one subscription: for a contact, with items that begin with the trigger's samples.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { QueryProblem } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Subscription } from './automation-tab.tsx';
import { ItemInputs } from './item-inputs.tsx';
import { sampleItems } from './sample-items.ts';

export interface TestEventDialogProps {
  subscription: Subscription;
  onClose: () => void;
}

export function TestEventDialog({ subscription, onClose }: TestEventDialogProps) {
  const { botId, installId, trigger: name, triggerLabel, flowName } = subscription;
  const install = useOperation('getInstall', { installId });
  const contacts = useOperation('listContacts', { botId, limit: 100 });
  const fire = useChange('testTrigger');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<JsonObject>({});
  const trigger = install.data?.triggers.find((one) => one.name === name);
  const items = { ...(trigger === undefined ? {} : sampleItems(trigger)), ...typed };
  const contactId = chosen ?? contacts.data?.rows[0]?.id ?? null;
  const failed = install.error === null ? contacts : install;
  const problem = problemElsewhere(fire.error, trigger?.items.map((item) => item.name) ?? []);
  const send = (id: string) =>
    fire.mutate(
      { subscriptionId: subscription.id, contactId: id, items },
      { onSuccess: ({ eventId }) => void navigate({ to: '/events/$eventId', params: { eventId } }) },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Test “${triggerLabel}”`}
      about={`The same gates and the same flow, “${flowName}”, as for a real event. The contact gets its messages.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={fire.isPending}
            disabled={contactId === null || trigger === undefined}
            onClick={() => contactId !== null && send(contactId)}
          >
            Send test event
          </Button>
        </>
      }
    >
      {trigger === undefined || contacts.data === undefined ? (
        failed.error === null ? (
          <Skeleton height={160} />
        ) : (
          <QueryProblem {...failed} error={failed.error} />
        )
      ) : (
        <div className="form">
          {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
          <Combobox
            label="Contact"
            required
            placeholder="Search a contact…"
            choices={contacts.data.rows.map((contact) => ({
              value: contact.id,
              label: contact.name ?? contact.ns,
              about: contact.name === null ? 'Visitor' : contact.ns,
            }))}
            value={contactId}
            onChange={setChosen}
            {...(contacts.data.rows.length === 0 && {
              problem: {
                says: 'This bot has no contact yet.',
                help: 'Open its web chat and say something first.',
              },
            })}
          />
          <ItemInputs
            trigger={trigger}
            items={items}
            error={fire.error}
            onSet={(item: string, value: Json) => setTyped({ ...typed, [item]: value })}
          />
        </div>
      )}
    </Dialog>
  );
}
