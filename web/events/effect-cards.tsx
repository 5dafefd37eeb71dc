// What the runs left behind for the contact: messages and orders.
import type { Message } from '@bellwire/model/message.ts';
import type { Order } from '@bellwire/model/order.ts';
import { MessageLine } from '../contacts/message-line.tsx';
import { OrderLines } from '../contacts/order-lines.tsx';
import { Card } from '../ui/card.tsx';

export function EffectCards({
  messages,
  orders,
}: {
  messages: readonly Message[];
  orders: readonly Order[];
}) {
  return (
    <>
      {messages.length === 0 ? null : (
        <Card title="Said to the contact">
          <ol className="thread">
            {messages.map((message) => (
              <MessageLine key={message.id} message={message} />
            ))}
          </ol>
        </Card>
      )}
      {orders.length === 0 ? null : (
        <Card title="Orders touched" flush>
          <OrderLines orders={orders} />
        </Card>
      )}
    </>
  );
}
