// What the check says of one named part of the app.
import type { App, AppPart } from '@bellwire/model/app.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { within } from '../settings-form/within.ts';
import type { Builder } from './builder.ts';

/** Their paths begin at the part. */
export function complaintsOf(
  { app, complaints }: Pick<Builder, 'app' | 'complaints'>,
  part: AppPart,
  name: string,
): Complaint[] {
  return within(complaints, [part, indexOf(app, part, name)]);
}

function indexOf(app: App, part: AppPart, name: string): number {
  return app[part].findIndex((entry) => entry.name === name);
}
