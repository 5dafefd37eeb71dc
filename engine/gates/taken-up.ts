// Gate: no later event of the same thing has taken this one up, which waited for company as its trigger wishes.
import { fact, pass, stop, type Gate } from './gate.ts';

export const takenUp: Gate = {
  name: 'taken-up',
  label: 'No later event has taken it up',
  concerns: ({ entity, onlySubscriptionId }) => entity?.rule === 'coalesce' && onlySubscriptionId === null,
  decide: ({ entity, takenUpBy }) => {
    const facts = { entity: entity?.name ?? '', key: entity?.mark.key ?? '' };
    return takenUpBy === null ? pass(facts) : stop('filtered', { ...facts, by: takenUpBy });
  },
  says: (record) => {
    const which = `${fact(record, 'entity')} "${fact(record, 'key')}"`;
    return record.verdict === 'pass'
      ? `It is the last of its time for ${which}.`
      : `Event ${fact(record, 'by')} of ${which} came soon after and took it up: that one runs, with its items.`;
  },
};
