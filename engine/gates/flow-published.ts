// Gate: the flow has a published version to run.
import { fact, pass, stop, type Gate } from './gate.ts';

export const flowPublished: Gate = {
  name: 'flow-published',
  label: 'The flow is published',
  mend: { label: 'Publish the flow', at: 'flow' },
  decide: ({ listener }) =>
    listener.flowVersion === null
      ? stop('parked', { flow: listener.flowName })
      : pass({ flow: listener.flowName, version: listener.flowVersion }),
  says: (record) =>
    record.verdict === 'pass'
      ? `Version ${fact(record, 'version')} of "${fact(record, 'flow')}" is published.`
      : `"${fact(record, 'flow')}" has never been published. Publish it, then run what is parked.`,
};
