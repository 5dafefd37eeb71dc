// Gate: the app's service takes the install's auth values; while it refuses them, events wait for a person to reconnect.
import { fact, pass, stop, type Gate } from './gate.ts';

export const connection: Gate = {
  name: 'connection',
  label: 'The app is connected to its service',
  mend: { label: 'Reconnect the app', at: 'apps' },
  // Asked only where it was lost: every other event would carry a record that tells nothing.
  concerns: ({ listener }) => listener.connectionLost !== null,
  decide: ({ listener: { appLabel, connectionLost } }) =>
    connectionLost === null
      ? pass({ app: appLabel })
      : stop('parked', { app: appLabel, since: connectionLost.since, answer: connectionLost.answer }),
  says: (record) =>
    record.verdict === 'pass'
      ? `${fact(record, 'app')} is connected.`
      : `The connection of ${fact(record, 'app')} has expired: its service refuses the auth values since ${fact(record, 'since')} (${fact(record, 'answer')}). Reconnect the app, then run what is parked.`,
};
