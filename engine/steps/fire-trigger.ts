// Step: an app reports that something has happened, to every bot flow that listens.
import { ownValue, type JsonObject } from '@bellwire/model/json.ts';
import { stepType, type InstallView } from '@bellwire/model/step-type.ts';
import type { Trigger } from '@bellwire/model/trigger.ts';
import { isComplaint, markOf } from '@bellwire/model/entity.ts';
import { maskSecretsIn } from '../secret-mark.ts';
import { savedText } from './saved.ts';

export const fireTrigger = stepType({
  name: 'fire-trigger',
  label: 'Fire trigger',
  about:
    'Fires a trigger of this app for the contact. Its items are read from their app fields at this moment.',
  icon: 'zap',
  group: 'apps',
  sides: ['app'],
  effects: ['fire'],
  settings: { trigger: { kind: 'reference', to: 'trigger', label: 'Trigger', required: true } },
  exits: [{ name: 'next', label: 'Then' }],
  summary: (saved) =>
    savedText(saved, 'trigger') === '' ? 'Choose a trigger' : `Fire ${savedText(saved, 'trigger')}`,
  run: ({ trigger: name }, scope) => {
    const { install } = scope;
    const trigger = install?.trigger(name);
    if (install == null || trigger === undefined)
      return { is: 'fail', says: `This app has no trigger "${name}". Choose another.` };
    if (scope.contact === null)
      return { is: 'go', exit: 'next', says: `"${name}" was not fired: this run is for no contact.` };
    const items = itemsOf(trigger, install);
    const mark = trigger.entity === undefined ? undefined : markOf(trigger.entity, items);
    if (mark !== undefined && isComplaint(mark))
      return { is: 'fail', says: `"${name}" was not fired. ${mark.says} Set its app field before.` };
    return {
      is: 'go',
      exit: 'next',
      effects: [{ is: 'fire', eventId: scope.newId('event'), installId: install.id, trigger: name, items }],
      says: tell(trigger, items),
    };
  },
  examples: [
    {
      says: 'reads its items from the app fields they are bound to',
      settings: { trigger: 'payment_paid' },
      scope: { app: paymentApp(), data: { app: { sum: 19.99, state: 'paid' } } },
      gives: {
        is: 'go',
        exit: 'next',
        effects: [{ is: 'fire', trigger: 'payment_paid', items: { amount: 19.99, status: 'paid' } }],
        says: 'Fired payment_paid.',
      },
    },
    {
      says: 'an empty field is sent as null, and said',
      settings: { trigger: 'payment_paid' },
      scope: { app: paymentApp(), data: { app: { state: 'paid' } } },
      gives: {
        effects: [{ items: { amount: null, status: 'paid' } }],
        says: 'Fired payment_paid. Empty: amount.',
      },
    },
    {
      says: 'a secure field never leaves the app',
      settings: { trigger: 'leaky' },
      scope: { app: paymentApp(), data: { app: { token: 'open sesame' } } },
      gives: { effects: [{ items: {} }], says: 'Fired leaky.' },
    },
    {
      says: 'an event that cannot tell which one it is of is not fired',
      settings: { trigger: 'order_paid' },
      scope: { app: paymentApp(), data: { app: { state: 'paid' } } },
      gives: {
        is: 'fail',
        says: '"order_paid" was not fired. The item "amount" tells which order it is and is null; a number, or a text of 1 to 255 characters, is expected. Set its app field before.',
      },
    },
    {
      says: 'without a contact nobody can listen',
      settings: { trigger: 'payment_paid' },
      scope: { app: paymentApp(), contact: null },
      gives: { is: 'go', exit: 'next', says: '"payment_paid" was not fired: this run is for no contact.' },
    },
    {
      says: 'a trigger that is gone fails the flow',
      settings: { trigger: 'refunded' },
      scope: { app: paymentApp() },
      gives: { is: 'fail', says: 'This app has no trigger "refunded". Choose another.' },
    },
  ],
});

/** The check of the app refuses a secure field as an item; an app that was published before it became secure is held here. */
function itemsOf({ items }: Trigger, install: InstallView): JsonObject {
  const open = items.filter((item) => install.field(item.field)?.secure !== true);
  return Object.fromEntries(
    open.map((item) => [item.name, maskSecretsIn(ownValue(install.values, item.field) ?? null)]),
  );
}

function tell({ name, items }: Trigger, values: JsonObject): string {
  const empty = items
    .filter((item) => item.required && ownValue(values, item.name) === null)
    .map((item) => item.name);
  return `Fired ${name}.${empty.length > 0 ? ` Empty: ${empty.join(', ')}.` : ''}`;
}

function paymentApp() {
  const item = (name: string, field: string) => ({ name, label: name, field, required: true });
  return {
    fields: [
      { name: 'sum', label: 'Sum', type: 'number' as const },
      { name: 'state', label: 'State', type: 'text' as const },
      { name: 'token', label: 'Token', type: 'text' as const, secure: true },
    ],
    triggers: [
      {
        name: 'payment_paid',
        label: 'Paid',
        about: '',
        items: [item('amount', 'sum'), item('status', 'state')],
      },
      {
        name: 'order_paid',
        label: 'Order paid',
        about: '',
        items: [item('amount', 'sum'), item('status', 'state')],
        entity: { name: 'order', key: 'amount', rule: 'in-order' as const },
      },
      { name: 'leaky', label: 'Leaky', about: '', items: [item('token', 'token')] },
    ],
  };
}
