// What the step "Order" asks for.
import { orderStatuses } from '@bellwire/model/order.ts';
import type { SettingFields, ValuesOf } from '@bellwire/model/settings/setting.ts';

const creating = { setting: 'do', is: ['create'] } as const;
const setting = { setting: 'do', is: ['set-status'] } as const;

export const orderSettings = {
  do: {
    kind: 'choice',
    label: 'Do',
    options: [
      { value: 'create', label: 'Create an order' },
      { value: 'set-status', label: 'Set the status of the newest order' },
    ],
    required: true,
    default: 'create',
  },
  items: {
    kind: 'list',
    label: 'Items',
    itemLabel: 'item',
    max: 100,
    item: {
      name: { kind: 'text', label: 'Name', required: true, maxLength: 200 },
      quantity: {
        kind: 'number',
        label: 'Quantity',
        whole: true,
        min: 1,
        max: 1_000_000,
        default: 1,
        required: true,
      },
      unitPrice: { kind: 'value', label: 'Price of one', placeholder: '19.99', required: true },
    },
    when: creating,
  },
  currency: {
    kind: 'text',
    label: 'Currency',
    placeholder: 'EUR',
    required: true,
    default: 'EUR',
    when: creating,
  },
  status: {
    kind: 'choice',
    label: 'Status',
    options: orderStatuses.map((status) => ({
      value: status,
      label: `${status.charAt(0).toUpperCase()}${status.slice(1)}`,
    })),
    required: true,
    default: 'paid',
    when: setting,
  },
  reference: {
    kind: 'text',
    label: 'Payment reference',
    about: "The payment provider's own name for the payment.",
    maxLength: 200,
    default: '',
  },
} as const satisfies SettingFields;

export type OrderValues = ValuesOf<typeof orderSettings>;
