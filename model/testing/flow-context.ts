// What the flows in examples and tests can name, and a small reader of templates, as the real one is in a room above.
import { appSchema } from '../app.ts';
import { appFlowContext, botFlowContext } from '../check/flow-context.ts';
import type { CheckTools, FlowContext } from '../check/rule.ts';
import type { FlowSide } from '../step-type.ts';
import { requestFields } from '../outgoing-request-fields.ts';
import { readSettings } from '../settings/kinds.ts';
import { jsonObject } from '../json.ts';
import { testStepTypes } from './step-types.ts';

/** Knows places that are one path, that each must be closed, what a request may not leave out, and one time that never comes. */
export const testTools: CheckTools = {
  stepTypes: testStepTypes,
  readTemplate: (text) => {
    const places = [...text.matchAll(/\{\{\s*([^}|\s]+)[^}]*\}\}/g)].map(([, path = '']) => path);
    const open = text.replaceAll(/\{\{[^}]*\}\}/g, '').indexOf('{{');
    return {
      references: places,
      problems: open === -1 ? [] : [{ at: open, says: 'The {{ that begins here has no closing }}' }],
    };
  },
  jsonPathFault: (path) =>
    path.startsWith('$') ? undefined : `No JSONPath: "${path}". It begins with $, such as $.data.`,
  checkRequest: (request) => {
    const read = readSettings(requestFields, jsonObject(request));
    return read.ok ? [] : [...read.complaints];
  },
  timingFault: (timing) =>
    timing.is === 'cron' && timing.cron === 'never' ? 'Never is not a time.' : undefined,
};

const app = appSchema.parse({
  format: 'bellwire.app/1',
  name: 'pay',
  label: 'Pay',
  auth: { is: 'inputs', inputs: [{ name: 'key', type: 'string', title: 'Key' }] },
  fields: [
    { name: 'sum', label: 'Sum', type: 'number' },
    { name: 'order', label: 'Order', type: 'json' },
    { name: 'order-id', label: 'Order id', type: 'text' },
  ],
  triggers: [{ name: 'paid', label: 'Paid' }],
  oneTimeUrls: [{ name: 'back', label: 'Back', flow: 'main' }],
  flows: [{ name: 'main', label: 'Main', start: null, steps: [] }],
});

export const testContexts: Readonly<Record<FlowSide, FlowContext>> = {
  app: appFlowContext(app, testTools),
  bot: botFlowContext(
    {
      userFields: ['status', 'order-id'],
      flows: ['welcome'],
      installs: [{ id: '0197a3c1-5b7e-7cc0-9f00-2f6d3c9a1b11', actions: ['pay'] }],
      triggerItems: ['sum', 'currency'],
    },
    testTools,
  ),
};
