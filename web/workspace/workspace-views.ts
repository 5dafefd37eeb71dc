// What the API tells of members, keys and limits, as the screens pass it on.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type Member = OutputOf<'listMembers'>['members'][number];
export type Invitation = OutputOf<'listMembers'>['invitations'][number];
export type KeyRow = OutputOf<'listKeys'>['rows'][number];
export type LimitRow = OutputOf<'getLimits'>['limits'][number];
export type KeptRow = OutputOf<'getRetention'>['kept'][number];
