// Gate: flows do not fire at one contact without end; each chain may be short, and still they may be too many.
import { fact, pass, stop, type Gate } from './gate.ts';

/** Fires by flows for one contact within a minute. */
const MOST_FLOW_FIRES = 60;

export const rateGuard: Gate = {
  name: 'rate-guard',
  label: 'Flows do not fire too often for this contact',
  mend: { label: 'Open the flow', at: 'flow' },
  concerns: ({ flowFires }) => flowFires > 0,
  decide: ({ flowFires }) =>
    flowFires <= MOST_FLOW_FIRES
      ? pass({ fires: flowFires })
      : stop('parked', { fires: flowFires, most: MOST_FLOW_FIRES }),
  says: (record) =>
    record.verdict === 'pass'
      ? `${fact(record, 'fires')} by flows within a minute.`
      : `Flows fired ${fact(record, 'fires')} times within a minute for this contact, at most ${fact(record, 'most')} may. A flow seems to fire more than it is fired at; mend it, then run what is parked.`,
};
