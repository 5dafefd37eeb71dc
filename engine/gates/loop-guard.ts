// Gate: a chain of triggers that fire one another ends after a few hops, so that a loop cannot run for ever.
import { MOST_HOPS } from '@bellwire/model/run.ts';
import { fact, pass, stop, type Gate } from './gate.ts';

export const loopGuard: Gate = {
  name: 'loop-guard',
  label: 'No loop of triggers',
  decide: ({ hops }) => (hops <= MOST_HOPS ? pass({ hops }) : stop('parked', { hops, most: MOST_HOPS })),
  says: (record) => {
    const hops = Number(record.facts['hops'] ?? 0);
    const chain = hops === 0 ? 'No other fire led here.' : hops === 1 ? 'One fire led here.' : `${hops} fires led here.`;
    if (record.verdict === 'pass') return chain;
    return `${chain} At most ${fact(record, 'most')} may: a flow seems to fire the trigger that started it.`;
  },
};
