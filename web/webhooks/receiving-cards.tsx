// What a webhook says of the calls it takes, a card for each question: whom it is about, who sent it, and once.
import type { Complaint } from '@bellwire/model/problem.ts';
import type { Receiving } from '@bellwire/model/webhook.ts';
import { ShapedForm } from '../mini-apps/shaped-form.tsx';
import type { Surroundings } from '../settings-form/surroundings.ts';
import { Card } from '../ui/card.tsx';
import { contactGroup, contactSchema } from './contact-group.ts';
import { onceGroup, onceSchema } from './once-group.ts';
import { proofGroup, proofSchema } from './proof-group.ts';

/** What may be left out is taken away by leaving it out. */
export type ReceivingPart = Partial<
  Pick<Receiving, 'signature' | 'doubles' | 'challenge' | 'answer' | 'contact'>
>;

export interface ReceivingCardsProps {
  of: 'app' | 'bot';
  value: Receiving;
  /** `without` are the keys that `part` says anew. */
  onChange: (without: readonly (keyof ReceivingPart)[], part: ReceivingPart) => void;
  surroundings: Surroundings;
  /** Their paths begin at the webhook. */
  complaints: readonly Complaint[];
}

export function ReceivingCards({ of, value, onChange, surroundings, complaints }: ReceivingCardsProps) {
  const shared = { surroundings, complaints };
  const contact = contactGroup(of);
  return (
    <>
      <Card title={contact.title} about={contact.about}>
        <ShapedForm
          {...shared}
          {...contact}
          schema={contactSchema}
          value={value.contact === undefined ? {} : { contact: value.contact }}
          onChange={(part) => onChange(contact.keys, part)}
        />
      </Card>
      <Card title={proofGroup.title} about={proofGroup.about}>
        <ShapedForm
          {...shared}
          {...proofGroup}
          schema={proofSchema}
          value={{ signature: value.signature }}
          onChange={(part) => onChange(proofGroup.keys, part)}
        />
      </Card>
      <Card title={onceGroup.title} about={onceGroup.about}>
        <ShapedForm
          {...shared}
          {...onceGroup}
          schema={onceSchema}
          value={{ doubles: value.doubles, challenge: value.challenge, answer: value.answer }}
          onChange={(part) => onChange(onceGroup.keys, part)}
        />
      </Card>
    </>
  );
}
