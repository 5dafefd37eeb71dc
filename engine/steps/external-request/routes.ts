// The ways out of an external request by the status of its answer.
import type { Exit } from '@bellwire/model/step-type.ts';
import { FAILED_EXIT } from '@bellwire/model/step-type.ts';

export interface Route {
  /** `2` to `5` for all statuses with that first digit, or a whole status such as `404`. */
  readonly when: string;
}

export function isRoute(when: string): boolean {
  return /^[2-5](\d\d)?$/.test(when);
}

export function routeExits(routes: readonly Route[]): Exit[] {
  const known = [...new Set(routes.map(({ when }) => when))].filter(isRoute);
  return known.map((when) => ({ name: exitOf(when), label: when.length === 1 ? `${when}xx` : when }));
}

export function exitFor(status: number, routes: readonly Route[]): string {
  const ways = routes.map(({ when }) => when);
  const way = [String(status), String(status).charAt(0)].find((candidate) => ways.includes(candidate));
  if (way !== undefined) return exitOf(way);
  return status >= 200 && status < 300 ? 'next' : FAILED_EXIT;
}

function exitOf(when: string): string {
  return `status-${when}`;
}
