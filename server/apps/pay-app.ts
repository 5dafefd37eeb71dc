// For tests: a payment app as its developer would write it, with one action, one trigger and a key to enter.
import { appSchema, type App, type AppInput } from '@bellwire/model/app.ts';

export function payApp(over: Partial<AppInput> = {}): App {
  return appSchema.parse({
    format: 'bellwire.app/1',
    name: 'acme-pay',
    label: 'Acme Pay',
    description: 'Payment links in the chat',
    category: 'payments',
    hosts: ['127.0.0.1'],
    scopes: [{ scope: 'triggers:fire', reason: 'to tell of payments' }],
    auth: {
      is: 'inputs',
      inputs: [
        { name: 'secret', type: 'string', title: 'Secret key', secret: true },
        { name: 'mode', type: 'string', title: 'Mode', required: false, default: 'test' },
      ],
    },
    fields: [
      { name: 'amount', label: 'Amount', type: 'number' },
      { name: 'status', label: 'Status', type: 'text' },
    ],
    actions: [{ name: 'create_link', label: 'Create payment link', flow: 'pay' }],
    triggers: [
      {
        name: 'payment_paid',
        label: 'Payment paid',
        items: [
          { name: 'amount', label: 'Amount', field: 'amount', example: 12.5 },
          { name: 'status', label: 'Status', field: 'status', required: false },
        ],
      },
    ],
    flows: [{ name: 'pay', label: 'Pay', start: null, steps: [] }],
    ...over,
  });
}
