// Named moments of the server at which the nemesis strikes exactly: announced by edits of the sources under test, unknown to the product.
import type { Edit } from './edit.ts';

export interface Point {
  readonly name: string;
  /** Which program passes it. */
  readonly of: 'api' | 'worker';
  /** Passed only when shards change hands. */
  readonly inTakeover?: true;
  readonly edit: Edit;
}

const before = (name: string, file: string, find: string): Edit => ({
  file,
  find,
  replace: `${announce(name)} $&`,
});

const after = (name: string, file: string, find: string): Edit => ({
  file,
  find,
  replace: `$& ${announce(name)}`,
});

/** The function is put there by the hook that also makes the edits. */
function announce(name: string): string {
  return `globalThis.announcePoint(${JSON.stringify(name)});`;
}

const inLanes = (name: string): string => `server/lanes/${name}.ts`;
const writeLog = 'const logged = await insert(pool, rows);';
const commit = 'await commitBatch(session, { works, held: hold });';
const fireTimers = 'await fireTimers(ownership.session, ownership.shards);';
const send = 'await answerTo(rooms, outgoing)';

export const points: readonly [Point, ...Point[]] = [
  { name: 'before-log', of: 'api', edit: before('before-log', inLanes('log'), writeLog) },
  {
    name: 'after-log-before-answer',
    of: 'api',
    edit: after('after-log-before-answer', inLanes('log'), writeLog),
  },
  {
    name: 'after-claim',
    of: 'worker',
    inTakeover: true,
    edit: after('after-claim', inLanes('ownership'), 'shards.add(shard); gained.push(shard);'),
  },
  {
    name: 'in-takeover',
    of: 'worker',
    inTakeover: true,
    edit: before('in-takeover', inLanes('owner'), 'await rooms.calls.takeOver(session, gained);'),
  },
  {
    name: 'in-give-up',
    of: 'worker',
    inTakeover: true,
    edit: after('in-give-up', inLanes('ownership'), 'shards.delete(shard);'),
  },
  {
    name: 'after-read',
    of: 'worker',
    edit: before(
      'after-read',
      inLanes('turn'),
      'const { unfit, left } = await workInPieces(rooms, batch, ownership, read);',
    ),
  },
  { name: 'before-commit', of: 'worker', edit: before('before-commit', inLanes('work-batch'), commit) },
  {
    name: 'after-commit-before-follow',
    of: 'worker',
    edit: after('after-commit-before-follow', inLanes('work-batch'), commit),
  },
  { name: 'before-timers', of: 'worker', edit: before('before-timers', inLanes('owner'), fireTimers) },
  { name: 'after-timers', of: 'worker', edit: after('after-timers', inLanes('owner'), fireTimers) },
  {
    name: 'before-call-sent',
    of: 'worker',
    edit: {
      file: inLanes('calls'),
      find: 'storeAnswer(rooms, outgoing, await answerTo(rooms, outgoing))',
      replace: `{ ${announce('before-call-sent')} return $&; }`,
    },
  },
  {
    name: 'after-call-sent',
    of: 'worker',
    edit: {
      file: inLanes('calls'),
      find: send,
      replace: `$&.finally(() => { ${announce('after-call-sent')} })`,
    },
  },
];
