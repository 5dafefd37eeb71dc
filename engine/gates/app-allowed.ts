// Gate: the operator of the server has not stopped the app; while it is stopped, its events wait.
import { fact, pass, stop, type Gate } from './gate.ts';

export const appAllowed: Gate = {
  name: 'app-allowed',
  label: 'The app is not suspended',
  // Asked only of an app that is: every other event would carry a record that tells nothing.
  concerns: ({ listener }) => listener.suspended !== null,
  decide: ({ listener: { appLabel, suspended } }) =>
    suspended === null ? pass({ app: appLabel }) : stop('parked', { app: appLabel, why: suspended }),
  says: (record) =>
    record.verdict === 'pass'
      ? `${fact(record, 'app')} may run.`
      : `${fact(record, 'app')} has been suspended by the operator of this server: ${fact(record, 'why')} Once that is lifted, run what is parked.`,
};
