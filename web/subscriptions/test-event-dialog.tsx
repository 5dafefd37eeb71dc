// Sends a test event to one subscription: for a contact, with items that begin with the trigger's samples.
import { useState } from 'react';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ContactChoice } from './contact-choice.tsx';
import type { Subscription } from './subscription.ts';
import { TestItems } from './test-items.tsx';
import { useTestEvent } from './use-test-event.ts';
import { useTestItems } from './use-test-items.ts';

const MOST_OFFERED = 100;

export interface TestEventDialogProps {
  subscription: Subscription;
  onClose: () => void;
}

export function TestEventDialog({ subscription, onClose }: TestEventDialogProps) {
  const { id, botId, installId, trigger: name, triggerLabel, flowName } = subscription;
  const install = useOperation('getInstall', { installId });
  const fire = useTestEvent(id);
  const contacts = useOperation('listContacts', { botId, limit: MOST_OFFERED });
  const [chosen, setChosen] = useState<string | null>();
  // The one seen last, unless somebody has emptied the field.
  const contactId = chosen === undefined ? (contacts.data?.rows[0]?.id ?? null) : chosen;
  const trigger = install.data?.triggers.find((one) => one.name === name);
  const test = useTestItems(subscription, trigger);
  const { items, start } = test;
  const shown = start === 'json' ? [] : (trigger?.items.map((item) => item.name) ?? []);
  return (
    <FormDialog
      title={`Test “${triggerLabel}”`}
      about={`The same gates and the same flow, “${flowName}”, as for a real event; it is marked as a test and not counted. The contact gets its messages.`}
      act="Send test event"
      busy={fire.isPending}
      unready={contactId === null || trigger === undefined || items === undefined}
      problem={problemElsewhere(fire.error, shown)}
      onSubmit={() => contactId !== null && items !== undefined && fire.send(contactId, items)}
      onClose={onClose}
    >
      <ContactChoice contacts={contacts} value={contactId} onChange={setChosen} />
      <Answer query={install} height={160}>
        {() => trigger && <TestItems trigger={trigger} test={test} error={fire.error} />}
      </Answer>
    </FormDialog>
  );
}
