// Acme Pay with one more trigger, "Payment pending": both tell of one payment, and its version says which is newer.
import { appSchema, type App } from '@bellwire/model/app.ts';
import { canonicalText, parseApp } from '@bellwire/model/canonical.ts';

const version = { name: 'version', label: 'Version', field: 'version', example: 2 };
const entity = { name: 'payment', key: 'reference', order: 'version', rule: 'newest-wins' } as const;

/** @param text Acme Pay in its text form. */
export function orderedPayments(text: string): string {
  const parsed = parseApp(text);
  if (!parsed.ok) throw new Error(`Acme Pay cannot be read: ${parsed.complaints[0]?.says}`);
  const { app } = parsed;
  const fields = [...app.fields, { name: 'version', label: 'Version', type: 'number', default: 2 }];
  const triggers = app.triggers.flatMap((trigger) => [
    { ...trigger, items: [...trigger.items, version], entity },
    pending(trigger),
  ]);
  return canonicalText(appSchema.parse({ ...app, fields, triggers }));
}

function pending({ items }: App['triggers'][number]) {
  const known = items.filter(({ name }) => name === 'reference' || name === 'status');
  return {
    name: 'payment_pending',
    label: 'Payment pending',
    about: 'A customer has begun to pay.',
    items: [...known, version],
    entity,
  };
}
