// What the rest of the server may ask of the lanes.
import type { ContactPolicy, ContactRef } from '@bellwire/model/identity.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { FiredStatus } from '@bellwire/model/event.ts';
import type { ProblemError } from '@bellwire/model/problem.ts';
import type { Found } from '../contacts/identity-finder.ts';
import type { AddressedArrival, SaidFile } from './arrival.ts';
import type { AskInstall } from './ask-install.ts';
import type { UnmatchedGroup } from './link-unmatched.ts';
import type { PreviewReplay } from './preview-replay.ts';

/** One trigger to be fired by the key of an install. */
export interface FireRequest {
  readonly workspaceId: string;
  readonly installId: string;
  readonly contact: ContactRef;
  readonly trigger: string;
  readonly items: JsonObject;
  readonly idempotencyKey: string | null;
  /** Who fires, in words for the story: `API key "server" (bw_key_3f…)`. */
  readonly firedBy: string;
  /** One of many in one request. */
  readonly inBatch?: boolean;
}

export interface NamedTrigger {
  readonly installId: string;
  readonly trigger: string;
}

export interface Fired {
  readonly eventId: string;
  readonly status: FiredStatus;
  /** Subscriptions of the contact's bot to this trigger that were on at that moment, and those that were off. */
  readonly listeners: number;
  readonly listenersOff: number;
  readonly says: string;
}

export interface RefusedRequest extends Pick<
  FireRequest,
  'workspaceId' | 'trigger' | 'contact' | 'items' | 'firedBy'
> {
  /** Null where a key of the workspace was used, which speaks for no app. */
  readonly installId: string | null;
}

export interface LaneDoor {
  /** Takes an event in: when it resolves, the event is on disk. A problem is a value: in a batch each event has its own. */
  fire(request: FireRequest): Promise<Fired | ProblemError>;
  /** Which install `app.trigger` means: the one of that app, where there is one and no more. */
  findTrigger(workspaceId: string, name: string): Promise<NamedTrigger | ProblemError>;
  /** Fires a test event at one subscription. */
  fireTest(
    request: Omit<FireRequest, 'idempotencyKey' | 'contact'> & {
      readonly contactId: string;
      readonly subscriptionId: string;
    },
  ): Promise<Fired | ProblemError>;
  /** Lets what is parked of an event go through the gates again; says what was done. */
  runParked(workspaceId: string, eventId: string): Promise<string | ProblemError>;
  /** Links an identity to a contact of the same workspace; says how many events had waited for it, and now run. */
  linkUnmatched(
    group: UnmatchedGroup,
    contact: { readonly id: string; readonly ns: string; readonly botId: string },
  ): Promise<number>;
  /** What a replay would do now; it is not done. */
  readonly previewReplay: PreviewReplay;
  /** The contact says something. The same key again is the same message, taken in once; resolves when it is on disk. */
  say(said: {
    readonly workspaceId: string;
    readonly contactId: string;
    readonly key: string;
    readonly text: string;
    readonly payload: string | null;
    readonly file?: SaidFile;
  }): Promise<void>;
  /** A request by a known key that never became an event (a broken body, an expired key): kept as a line in the story. */
  refused(request: RefusedRequest, problem: ProblemError): Promise<void>;
  /** Finds the contact that is meant from outside, and makes one where the policy says so. */
  findContact(wanted: {
    readonly workspaceId: string;
    /** Null where no app is meant: then nothing is linked. */
    readonly installId: string | null;
    readonly contact: ContactRef;
    readonly policy: ContactPolicy;
    readonly botId: string | null;
  }): Promise<Found>;
  /** Wakes the lanes for what was put into the log by another way. */
  wake(): void;
  /** Sends a request of an app as one of its installs. */
  readonly ask: AskInstall;
  /** Puts an arrival into its lane: when it resolves, it is on disk. */
  arrive(arrival: AddressedArrival): Promise<void>;
  /** The same, and waits until it has been worked off and committed; `not-ready` when that takes longer. */
  arriveAndSee(arrival: AddressedArrival, timeoutMs: number): Promise<void>;
}
