// Limits of firing, asked before a body is read: rates of the install and of the workspace, and how much may wait.
import type { LimitName } from '@bellwire/model/limit.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { secondsUntil, TokenBuckets, type Bucket, type Rate } from './token-buckets.ts';

export interface FireLimitSettings {
  /** Of one install. */
  readonly install: Rate;
  readonly workspace: Rate;
  /** Events of one workspace that may wait in the log. */
  readonly mostWaiting: number;
}

export const defaultFireLimits: FireLimitSettings = {
  install: { perSecond: 1_000, burst: 5_000 },
  workspace: { perSecond: 5_000, burst: 20_000 },
  mostWaiting: 500_000,
};

interface Caller {
  readonly workspaceId: string;
  readonly installId: string | null;
}

/** What a request that is let in may use; its headers tell the sender how much is left. */
export interface Allowance {
  /** For the second and later events of a batch. The whole batch goes in, and what comes next waits the longer. */
  take(more: number): void;
  headers(): Readonly<Record<string, number>>;
}

/** What the process learns every few seconds about the others and about the workspaces. */
export interface Surroundings {
  /** Processes that answer requests: each lets in its share. */
  readonly processes: number;
  /** Fires a second that workspaces have set for themselves. */
  readonly lowered: ReadonlyMap<string, number>;
  /** Workspaces of which too much waits. */
  readonly full: ReadonlySet<string>;
}

export interface LimitMet {
  readonly workspaceId: string;
  readonly limit: LimitName;
  readonly times: number;
}

export class TooManyFires extends ProblemError {
  readonly headers: Readonly<Record<string, number>>;

  constructor(says: string, retryAfterSeconds: number, headers: Readonly<Record<string, number>>) {
    super('too-many-requests', { says, retryAfterSeconds });
    this.headers = headers;
  }
}

/** How long a sender should wait where too much waits already: there is no telling, but a tight loop helps nobody. */
const BACKLOG_RETRY_SECONDS = 10;

export class FireLimits {
  readonly #settings: FireLimitSettings;
  readonly #now: () => number;
  readonly #installs = new TokenBuckets();
  readonly #workspaces = new TokenBuckets();
  readonly #met = new Map<string, { workspaceId: string; limit: LimitName; times: number }>();
  #around: Surroundings = { processes: 1, lowered: new Map(), full: new Set() };
  #ofInstall: Rate;

  /** @param now Milliseconds that never go back. */
  constructor(settings: FireLimitSettings, now: () => number = () => performance.now()) {
    this.#settings = settings;
    this.#now = now;
    this.#ofInstall = settings.install;
  }

  /** @throws TooManyFires */
  admit({ workspaceId, installId }: Caller): Allowance {
    if (this.#around.full.has(workspaceId))
      throw this.#noteMet(workspaceId, 'waiting', tooMuchWaits(this.#settings.mostWaiting));
    const at = this.#now();
    const install = this.#installs.of(installId ?? workspaceId, this.#ofInstall, at);
    const workspace = this.#workspaces.of(workspaceId, this.#rateOf(workspaceId), at);
    if (install.left < 1) throw this.#noteMet(workspaceId, 'install-rate', tooFast('this app', install));
    if (workspace.left < 1)
      throw this.#noteMet(workspaceId, 'workspace-rate', tooFast('this workspace', workspace));
    install.left -= 1;
    workspace.left -= 1;
    return {
      take: (more) => {
        install.left -= more;
        workspace.left -= more;
      },
      headers: () => headersOf(install.left < workspace.left ? install : workspace),
    };
  }

  learn(surroundings: Surroundings): void {
    this.#around = surroundings;
    this.#ofInstall = share(this.#settings.install, surroundings.processes);
    const at = this.#now();
    this.#installs.forgetFull(at);
    this.#workspaces.forgetFull(at);
  }

  /** How often limits were met since the last time this was asked. */
  takeMet(): LimitMet[] {
    const taken = [...this.#met.values()];
    this.#met.clear();
    return taken;
  }

  #rateOf(workspaceId: string): Rate {
    const { lowered, processes } = this.#around;
    const own = lowered.get(workspaceId);
    if (own === undefined && processes === 1) return this.#settings.workspace;
    return share(lower(this.#settings.workspace, own), processes);
  }

  #noteMet(workspaceId: string, limit: LimitName, problem: TooManyFires): TooManyFires {
    const key = `${workspaceId} ${limit}`;
    const entry = this.#met.get(key) ?? { workspaceId, limit, times: 0 };
    entry.times += 1;
    this.#met.set(key, entry);
    return problem;
  }
}

function lower(rate: Rate, perSecond: number | undefined): Rate {
  if (perSecond === undefined || perSecond >= rate.perSecond) return rate;
  // A second's worth at once: who lowers the rate does not want the operator's burst.
  return { perSecond, burst: Math.min(rate.burst, perSecond) };
}

function share({ perSecond, burst }: Rate, processes: number): Rate {
  return { perSecond: perSecond / processes, burst: Math.max(1, burst / processes) };
}

function headersOf(bucket: Bucket): Record<string, number> {
  return {
    'ratelimit-limit': Math.floor(bucket.rate.burst),
    'ratelimit-remaining': Math.max(0, Math.floor(bucket.left)),
    'ratelimit-reset': secondsUntil(bucket, bucket.rate.burst),
  };
}

function tooFast(whose: string, bucket: Bucket): TooManyFires {
  const seconds = Math.max(1, secondsUntil(bucket, 1));
  const says = `Events of ${whose} come faster than ${Math.floor(bucket.rate.perSecond)} a second. Send this again in ${seconds} s; batches of up to 100 cost fewer requests.`;
  return new TooManyFires(says, seconds, headersOf(bucket));
}

function tooMuchWaits(most: number): TooManyFires {
  const says = `More than ${most} events of this workspace wait to be worked off. Nothing is lost of what was accepted; send this again in ${BACKLOG_RETRY_SECONDS} s.`;
  return new TooManyFires(says, BACKLOG_RETRY_SECONDS, {
    'ratelimit-remaining': 0,
    'ratelimit-reset': BACKLOG_RETRY_SECONDS,
  });
}
