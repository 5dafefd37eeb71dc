// Gate: no newer event of the same thing has been seen; an older one that comes late, or the same one again, is dropped.
import { isNewer } from '@bellwire/model/entity.ts';
import { fact, pass, stop, type Gate } from './gate.ts';

export const newestWins: Gate = {
  name: 'newest-wins',
  label: 'Nothing newer has been seen',
  concerns: ({ entity, onlySubscriptionId }) =>
    entity !== null &&
    entity.rule !== 'in-order' &&
    entity.mark.order !== null &&
    onlySubscriptionId === null,
  decide: ({ entity, eventId }) => {
    const order = entity?.mark.order ?? null;
    const newest = entity?.newest ?? null;
    const facts = {
      entity: entity?.name ?? '',
      key: entity?.mark.key ?? '',
      by: entity?.by ?? '',
      value: order,
    };
    // The newest may be this very event: it was written down before its subscriptions were asked.
    if (order === null || newest === null || newest.eventId === eventId || isNewer(order, newest.order))
      return pass(facts);
    return stop('filtered', { ...facts, newest: newest.order, newestEventId: newest.eventId });
  },
  says: (record) => {
    const which = `${fact(record, 'entity')} "${fact(record, 'key')}"`;
    const by = fact(record, 'by');
    const value = `${by} ${fact(record, 'value')}`;
    if (record.verdict === 'pass') return `With ${value} it is the newest of ${which}.`;
    const newest = `event ${fact(record, 'newestEventId')}`;
    return fact(record, 'value') === fact(record, 'newest')
      ? `It has ${value}, as ${newest} of ${which} had before it. It was dropped: each change needs its own ${by}.`
      : `It has ${value}, but ${which} was at ${fact(record, 'newest')} before it came (${newest}). It was dropped.`;
  },
};
