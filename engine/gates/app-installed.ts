// Gate: the app that fired is still installed; an event accepted before it was uninstalled is kept.
import { fact, pass, stop, type Gate } from './gate.ts';

export const appInstalled: Gate = {
  name: 'app-installed',
  label: 'The app is installed',
  mend: { label: 'Install the app again', at: 'store' },
  decide: ({ listener }) =>
    listener.installed ? pass({ app: listener.appLabel }) : stop('parked', { app: listener.appLabel }),
  says: (record) =>
    record.verdict === 'pass'
      ? `${fact(record, 'app')} is installed.`
      : `${fact(record, 'app')} has been uninstalled. Install it again and point the subscription to it.`,
};
