// A receipt in a conversation, as the team reads it.
import type { Content } from '@bellwire/model/message.ts';
import { Money } from '../ui/money.tsx';

export function ReceiptContent({ content }: { content: Extract<Content, { is: 'receipt' }> }) {
  const { order, title, note } = content;
  return (
    <div className="thread-receipt">
      <strong>{title}</strong>
      <span>Order {order.number}</span>
      {order.items.map((item, place) => (
        <p key={place}>
          <span>
            {item.quantity} × {item.name}
          </span>
          <Money minor={item.quantity * item.unitAmount} currency={order.currency} />
        </p>
      ))}
      <p className="thread-receipt-total">
        <span>Total</span>
        <Money minor={order.total} currency={order.currency} />
      </p>
      {note === undefined ? null : <span>{note}</span>}
    </div>
  );
}
