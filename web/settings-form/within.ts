// The complaints about what lies inside of a place, with paths that begin there.
import type { Complaint } from '@bellwire/model/problem.ts';
import type { Told } from '../server-state/problem-words.ts';

/** @example within([{ path: ['branches', 0, 'label'], says }], ['branches', 0]) // [{ path: ['label'], says }] */
export function within<One extends Told>(complaints: readonly One[], path: Complaint['path']): One[] {
  return complaints
    .filter((complaint) => path.every((part, place) => complaint.path[place] === part))
    .map((complaint) => ({ ...complaint, path: complaint.path.slice(path.length) }));
}
