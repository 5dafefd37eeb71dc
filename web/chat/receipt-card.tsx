// An order as a receipt: what was bought, what it came to, and how it stands.
/** @jsxImportSource preact */
import type { Content } from '@bellwire/model/message.ts';
import type { OrderStatus } from '@bellwire/model/order.ts';
import { moneyWords } from '../ui/money-words.ts';
import { MessageText } from './message-text.tsx';

const statusWords: Readonly<Record<OrderStatus, string>> = {
  ordered: 'Ordered',
  paid: 'Paid',
  processing: 'Being prepared',
  shipped: 'Shipped',
  completed: 'Completed',
  cancelled: 'Cancelled',
  refunded: 'Refunded',
};

export function ReceiptCard({ title, order, note }: Extract<Content, { is: 'receipt' }>) {
  const money = (minor: number) => moneyWords(minor, order.currency);
  return (
    <section className="receipt" aria-label={`Receipt ${order.number}`}>
      <header>
        <h2>{title}</h2>
        <span className="status" data-status={order.status}>
          {statusWords[order.status]}
        </span>
      </header>
      <p className="number">Order {order.number}</p>
      <ul>
        {order.items.map(({ name, quantity, unitAmount }, index) => (
          <li key={index}>
            <span className="quantity">{quantity} ×</span>
            <span className="name">
              {name}
              {quantity > 1 && <small>{money(unitAmount)} each</small>}
            </span>
            <span className="amount">{money(quantity * unitAmount)}</span>
          </li>
        ))}
      </ul>
      <p className="total">
        <span>Total</span>
        <span className="amount">{money(order.total)}</span>
      </p>
      {note !== undefined && note !== '' && <MessageText text={note} />}
    </section>
  );
}
