// A message as lines of text, for a terminal.
import { buttonWords } from '@bellwire/model/content/button.ts';
import { contentWords, type Content } from '@bellwire/model/message.ts';

export function messageLines(content: Content): string[] {
  if (content.is !== 'receipt') {
    const buttons = content.is === 'text' ? (content.buttons ?? []) : [];
    return [...contentWords(content).split('\n'), ...buttons.map(buttonWords)];
  }
  const { order, title, note } = content;
  const money = (amount: number): string => inCurrency(amount, order.currency);
  const items = order.items.map(
    ({ name, quantity, unitAmount }) => [`${quantity} × ${name}`, money(quantity * unitAmount)] as const,
  );
  const lines = [...items, [`Total, ${order.status}`, money(order.total)] as const];
  return [
    `${title} (order ${order.number})`,
    ...lines.map(([left, right]) => `  ${left.padEnd(28)}${right.padStart(9)}`),
    ...(note === undefined ? [] : [note]),
  ];
}

/** @param amount In minor units. */
function inCurrency(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
