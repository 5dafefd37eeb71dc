// A mini-app as its operator sees it.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type OperatedApp = OutputOf<'listOperatedApps'>['rows'][number];
