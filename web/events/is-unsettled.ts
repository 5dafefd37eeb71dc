// Whether the story of an event may still go on by itself.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export function isUnsettled({ state, runs }: Pick<OutputOf<'getEvent'>, 'state' | 'runs'>): boolean {
  return state === 'waiting' || runs.some((run) => run.status === 'waiting');
}
