// The order of a trigger's events: which thing they tell of, what makes one newer, and what then holds.
import { ListOrdered, Trash2 } from 'lucide-react';
import type { Trigger } from '@bellwire/model/trigger.ts';
import { entitySchema, type Entity } from '@bellwire/model/entity.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useBuilder } from './builder.ts';
import { newOrder, orderFields } from './order-fields.ts';
import { orderExample } from './order-example.ts';
import { partSurroundings } from './part-surroundings.ts';
import { ShapedForm } from './shaped-form.tsx';

interface OrderCardProps {
  trigger: Trigger;
  /** Undefined takes the order away. */
  onChange: (entity: Entity | undefined) => void;
  /** Their paths begin at the entity. */
  complaints: readonly Complaint[];
}

export function OrderCard({ trigger, onChange, complaints }: OrderCardProps) {
  const { app, change } = useBuilder();
  const { entity } = trigger;
  if (entity === undefined) return <NoOrder trigger={trigger} onChange={onChange} />;
  return (
    <Card
      title="Order"
      about="What holds for the events of one thing at one contact, whichever trigger fires them."
      acts={
        <IconButton
          size="small"
          label="Remove the order"
          icon={<Trash2 size={14} aria-hidden />}
          onClick={() => onChange(undefined)}
        />
      }
    >
      <ShapedForm
        fields={orderFields(app, trigger)}
        schema={entitySchema}
        value={entity}
        onChange={onChange}
        surroundings={partSurroundings(app, change)}
        complaints={complaints}
      />
      <p className="builder-example">{orderExample(entity)}</p>
    </Card>
  );
}

function NoOrder({ trigger, onChange }: Pick<OrderCardProps, 'trigger' | 'onChange'>) {
  const { app } = useBuilder();
  const begun = newOrder(app, trigger);
  return (
    <Card
      title="Order"
      about="Providers send late and twice. Say which thing an event tells of, such as a payment, and what holds when an older event comes after a newer one."
    >
      {begun === null ? (
        <p className="builder-quiet">
          First add a required item that tells one from another: a text or a number, such as a reference.
        </p>
      ) : (
        <Button size="small" icon={<ListOrdered size={14} aria-hidden />} onClick={() => onChange(begun)}>
          Order its events
        </Button>
      )}
    </Card>
  );
}
