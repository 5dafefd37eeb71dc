// Sends a test event to one subscription: for a contact, with items that begin with the trigger's samples.
import { useState } from 'react';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { ContactChoice } from './contact-choice.tsx';
import { ItemInputs } from './item-inputs.tsx';
import { sampleItems } from './sample-items.ts';
import type { Subscription } from './subscription.ts';
import { useTestEvent } from './use-test-event.ts';

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
  const [typed, setTyped] = useState<JsonObject>({});
  const trigger = install.data?.triggers.find((one) => one.name === name);
  const items = { ...(trigger && sampleItems(trigger)), ...typed };
  const set = (item: string, value: Json) => setTyped({ ...typed, [item]: value });
  return (
    <FormDialog
      title={`Test “${triggerLabel}”`}
      about={`The same gates and the same flow, “${flowName}”, as for a real event. The contact gets its messages.`}
      act="Send test event"
      busy={fire.isPending}
      unready={contactId === null || trigger === undefined}
      problem={problemElsewhere(fire.error, trigger?.items.map((item) => item.name) ?? [])}
      onSubmit={() => contactId !== null && fire.send(contactId, items)}
      onClose={onClose}
    >
      <ContactChoice contacts={contacts} value={contactId} onChange={setChosen} />
      <Answer query={install} height={160}>
        {() => trigger && <ItemInputs trigger={trigger} items={items} error={fire.error} onSet={set} />}
      </Answer>
    </FormDialog>
  );
}
