// Gate: a chain of triggers that fire one another ends after a few hops, so that a loop cannot run for ever.
import { MOST_HOPS } from '@bellwire/model/run.ts';
import { fact, pass, stop, type Gate } from './gate.ts';

export const loopGuard: Gate = {
  name: 'loop-guard',
  label: 'No loop of triggers',
  mend: { label: 'Open the flow', at: 'flow' },
  decide: ({ hops }) => (hops <= MOST_HOPS ? pass({ hops }) : stop('parked', { hops, most: MOST_HOPS })),
  says: (record) =>
    record.verdict === 'pass'
      ? `${fact(record, 'hops')} ${fact(record, 'hops') === '1' ? 'fire' : 'fires'} led here.`
      : `${fact(record, 'hops')} fires led here, at most ${fact(record, 'most')} may. A flow seems to fire the trigger that started it.`,
};
