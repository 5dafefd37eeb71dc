// What a handler of an operation gets and gives: one function per operation, named like it.
import type { Logger } from 'pino';
import type { Transaction } from 'kysely';
import type { CheckedInputOf, OperationName, OutputOf } from '@bellwire/model/operations/all.ts';
import type { Role } from '@bellwire/model/operation.ts';
import type { KeyScope } from '@bellwire/model/scope.ts';
import type { Tables } from '../database/tables.ts';
import type { Tenants } from '../database/tenant.ts';
import type { LaneDoor } from '../lanes/door.ts';
import type { Egress } from '../egress/egress.ts';
import type { Sealer } from '../secrets/sealed.ts';

/** Who asks. A key of an install speaks for that install, in its workspace, and for nothing else. */
export type Caller =
  | { readonly is: 'anyone' }
  | { readonly is: 'person'; readonly personId: string; readonly name: string; readonly workspaceId: string | null; readonly role: Role | null }
  | {
      readonly is: 'key';
      readonly keyId: string;
      readonly name: string;
      readonly start: string;
      readonly workspaceId: string;
      readonly scopes: readonly KeyScope[];
      readonly installId: string | null;
    };

/** The parts of the server that handlers work with. */
export interface Rooms {
  readonly tenants: Tenants;
  readonly lanes: LaneDoor;
  readonly egress: Egress;
  readonly sealer: Sealer;
  readonly log: Logger;
  /** The address people reach this server at, without a slash at the end: `http://localhost:3000`. */
  readonly publicUrl: string;
}

export interface Context extends Rooms {
  readonly caller: Caller;
  /** The address the request came from, for rate limits. */
  readonly remoteAddress: string;
  /** The workspace of the caller; reading it where there is none is a `forbidden`. */
  readonly workspaceId: string;
  /** A transaction that sees this workspace only. */
  inWorkspace<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** Sets or ends the session cookie of the answer. */
  setSession(token: string | null): void;
}

export type Handler<Name extends OperationName> = (input: CheckedInputOf<Name>, context: Context) => Promise<OutputOf<Name>>;

export type Handlers<Name extends OperationName = OperationName> = { readonly [N in Name]: Handler<N> };
