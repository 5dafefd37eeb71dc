// All requests that an app declares outside of its flows: what the rules about requests look through, one line per place.
import type { App } from './app.ts';
import { grantOf } from './auth.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import type { Path } from './settings/kind.ts';

export interface AppRequest {
  /** Where it stands in the app. */
  readonly path: Path;
  readonly request: OutgoingRequest;
}

export function appRequests({ subscribe, unsubscribe, auth, sources, schedules }: App): AppRequest[] {
  const grant = grantOf(auth);
  return [
    ...at(['subscribe'], subscribe),
    ...at(['unsubscribe'], unsubscribe),
    ...at(['auth', 'test'], auth.is === 'none' ? undefined : auth.test),
    ...at(['auth', 'grant', 'request'], grant?.request),
    ...at(['auth', 'grant', 'refresh'], grant?.refresh),
    ...sources.flatMap((source, index) =>
      source.is === 'dynamic' ? at(['sources', index, 'request'], source.request) : [],
    ),
    ...schedules.flatMap(({ poll }, index) => at(['schedules', index, 'poll', 'request'], poll?.request)),
  ];
}

function at(path: Path, request: OutgoingRequest | undefined): AppRequest[] {
  return request === undefined ? [] : [{ path, request }];
}
