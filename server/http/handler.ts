// What a handler of an operation gets and gives: one function per operation, named like it.
import type { Logger } from 'pino';
import type { Transaction } from 'kysely';
import type { CheckedInputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import type { KeepDays } from '@bellwire/model/retention.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenants } from '../database/tenant.ts';
import type { FireLimitSettings } from '../limits/fire-limits.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { Egress } from '../egress/egress.ts';
import type { BrowserSession } from '../people/browser-session.ts';
import type { Caller } from '../people/caller.ts';
import type { KeyRing } from '../people/key-ring.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Sealer } from '../secrets/sealed.ts';

/** The parts of the server that handlers work with. */
export interface Rooms {
  readonly tenants: Tenants;
  readonly lanes: LaneDoor;
  readonly egress: Egress;
  readonly sandbox: Sandbox;
  readonly sealer: Sealer;
  /** Whoever revokes a key, or uninstalls the app it belongs to, has it forgotten here. */
  readonly keys: KeyRing;
  readonly log: Logger;
  /** The address people reach this server at, without a slash at the end: `http://localhost:3000`. */
  readonly publicUrl: string;
  /** E-mail addresses, in small letters, of those who decide about mini-apps; where there is nobody, nothing waits for a decision. */
  readonly operators: readonly string[];
  /** Days after which lists warn of what is still parked. */
  readonly parkedWarnDays: number;
  /** The operator's; a workspace may have lowered them. */
  readonly fireLimits: FireLimitSettings;
  /** How long the operator keeps what; a workspace may keep less. */
  readonly keepDays: KeepDays;
  /** No schedule of an app comes more often. */
  readonly leastScheduleMinutes: number;
}

export interface Context extends Rooms {
  readonly caller: Caller;
  /** The address the request came from, for rate limits. */
  readonly remoteAddress: string;
  /** The workspace of the caller; reading it where there is none is a `forbidden`. */
  readonly workspaceId: string;
  /** A transaction that sees this workspace only. */
  inWorkspace<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  readonly session: BrowserSession;
}

export type Handler<Name extends OperationName> = (
  input: CheckedInputOf<Name>,
  context: Context,
) => Promise<OutputOf<Name>>;

export type Handlers<Name extends OperationName = OperationName> = { readonly [N in Name]: Handler<N> };
