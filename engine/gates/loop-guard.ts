// Gate: a chain of triggers that fire one another ends after a few hops, so that a loop cannot run for ever.
import { MOST_HOPS } from '@bellwire/model/run.ts';
import { fact, inWords, pass, stop, type Gate } from './gate.ts';

export const loopGuard: Gate = {
  name: 'loop-guard',
  label: 'No loop of triggers',
  mend: { label: 'Open the flow', at: 'flow' },
  decide: ({ hops, causes, isAgain }) => {
    if (hops <= MOST_HOPS) return pass({ hops });
    // A person has looked, and lets it go on: by one link, as what it fires is stopped anew.
    return isAgain
      ? pass({ hops, again: true })
      : stop('parked', { hops, most: MOST_HOPS, causes: [...causes] });
  },
  says: (record) => {
    const hops = fact(record, 'hops');
    if (record.facts['again'] === true) return `${hops} fires led here; a person let it run all the same.`;
    if (record.verdict === 'pass') return `${hops} ${hops === '1' ? 'fire' : 'fires'} led here.`;
    const { causes } = record.facts;
    const chain = Array.isArray(causes) && causes.length > 0 ? ` (${causes.map(inWords).join(' → ')})` : '';
    return `${hops} fires led here${chain}, at most ${fact(record, 'most')} may. A flow seems to fire the trigger that started it.`;
  },
};
