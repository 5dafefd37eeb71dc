// Every setting of the server, from environment and command line: checked at the start, all faults told at once.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { usualKeepDays, type KeepDays } from '@bellwire/model/retention.ts';
import { splitAddress } from './database/addresses.ts';
import { createAddressWall } from './egress/address-wall.ts';
import { defaultFireLimits, type FireLimitSettings } from './limits/fire-limits.ts';
import { parseMasterKeys } from './secrets/master-key.ts';

/** `api` answers requests, `worker` runs flows, `all` does both in one process. */
const serverRoles = ['all', 'api', 'worker'] as const;
export type ServerRole = (typeof serverRoles)[number];

export interface Config {
  readonly role: ServerRole;
  readonly host: string;
  readonly port: number;
  /** Any PostgreSQL from 15 on; undefined for the embedded one. Holds a password: never to be logged. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Without a slash at the end; undefined for the address the server listens at. */
  readonly publicUrl: string | undefined;
  /** Private places that apps may call: `host:port` or a CIDR. */
  readonly allowHosts: readonly string[];
  /** Proxies of our own in front. */
  readonly proxies: number;
  /** E-mail addresses of those who decide which mini-apps everybody finds, and stop them. */
  readonly operators: readonly string[];
  /** What is parked for longer is warned of: it never goes away by itself. */
  readonly parkedWarnDays: number;
  readonly fireLimits: FireLimitSettings;
  readonly keepDays: KeepDays;
  /** No schedule of an app comes more often. */
  readonly leastScheduleMinutes: number;
  readonly logLevel: (typeof logLevels)[number];
  /** Whether `npm start` makes the demo in an empty database and runs its payment provider. */
  readonly demo: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param args The command line behind the program's name: `--role api`.
 * @throws ProblemError `bad-input` with one complaint for each setting that is wrong. No value is repeated
 * in it: it may be a secret.
 * @example
 * const config = readConfig(process.env, process.argv.slice(2));
 */
export function readConfig(env: Environment, args: readonly string[] = []): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const { role, complaints } = readArgs(args);
  const read = settings.safeParse({ ...given, ...(role !== undefined && { BELLWIRE_ROLE: role }) });
  complaints.push(...unknownSettings(given));
  for (const issue of read.error?.issues ?? [])
    complaints.push({ path: issue.path.map(String), says: issue.message });
  if (!read.success || complaints.length > 0) throw badSettings(complaints);
  return {
    role: read.data.BELLWIRE_ROLE,
    host: read.data.HOST,
    port: read.data.PORT,
    databaseUrl: read.data.DATABASE_URL,
    dataDir: read.data.BELLWIRE_DATA,
    publicUrl: read.data.BELLWIRE_PUBLIC_URL,
    allowHosts: read.data.BELLWIRE_ALLOW_HOSTS,
    proxies: read.data.BELLWIRE_PROXIES,
    operators: read.data.BELLWIRE_OPERATORS,
    parkedWarnDays: read.data.BELLWIRE_PARKED_WARN_DAYS,
    keepDays: {
      ...usualKeepDays,
      event: read.data.BELLWIRE_KEEP_DAYS,
      message: read.data.BELLWIRE_KEEP_MESSAGE_DAYS ?? null,
    },
    fireLimits: {
      install: { perSecond: read.data.BELLWIRE_FIRE_RATE, burst: read.data.BELLWIRE_FIRE_BURST },
      workspace: {
        perSecond: read.data.BELLWIRE_WORKSPACE_FIRE_RATE,
        burst: read.data.BELLWIRE_WORKSPACE_FIRE_BURST,
      },
      mostWaiting: read.data.BELLWIRE_MOST_WAITING,
    },
    leastScheduleMinutes: read.data.BELLWIRE_LEAST_SCHEDULE_MINUTES,
    logLevel: read.data.LOG_LEVEL,
    demo: read.data.BELLWIRE_DEMO === 'on',
  };
}

export const USUAL_PARKED_WARN_DAYS = 90;

const usual = defaultFireLimits;

const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => splitAddress(text) !== undefined,
      'Expected is postgres://user:password@host:5432/database (a primary and its standbys as host:5432,other:5432), or nothing for the embedded database.',
    )
    .optional(),
  BELLWIRE_DATA: z.string().default('./data'),
  BELLWIRE_PUBLIC_URL: z
    .string()
    .transform((url) => url.replace(/\/+$/, ''))
    .refine(
      isOrigin,
      'Expected is the address people reach this server at, such as https://bots.example.com, without a path.',
    )
    .optional(),
  // Read again by whoever opens the secrets; here only so that all that is wrong is told at once.
  BELLWIRE_MASTER_KEY: z
    .string()
    .superRefine(noteFailure((text) => parseMasterKeys(text, 'The setting')))
    .optional(),
  BELLWIRE_ALLOW_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .superRefine(noteFailure(createAddressWall)),
  BELLWIRE_PROXIES: wholeNumber(0, 5).default(0),
  BELLWIRE_OPERATORS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== ''),
    )
    .refine(
      (entries) => entries.every((entry) => z.email().safeParse(entry).success),
      'Expected are e-mail addresses of people who have signed up, with commas between them.',
    ),
  BELLWIRE_PARKED_WARN_DAYS: wholeNumber(1, 3650).default(USUAL_PARKED_WARN_DAYS),
  BELLWIRE_KEEP_DAYS: wholeNumber(1, 3650).default(90),
  BELLWIRE_KEEP_MESSAGE_DAYS: wholeNumber(1, 3650).optional(),
  BELLWIRE_FIRE_RATE: wholeNumber(1, 999_999_999).default(usual.install.perSecond),
  BELLWIRE_FIRE_BURST: wholeNumber(1, 999_999_999).default(usual.install.burst),
  BELLWIRE_WORKSPACE_FIRE_RATE: wholeNumber(1, 999_999_999).default(usual.workspace.perSecond),
  BELLWIRE_WORKSPACE_FIRE_BURST: wholeNumber(1, 999_999_999).default(usual.workspace.burst),
  BELLWIRE_MOST_WAITING: wholeNumber(1, 999_999_999).default(usual.mostWaiting),
  BELLWIRE_LEAST_SCHEDULE_MINUTES: wholeNumber(1, 1440).default(1),
  BELLWIRE_ROLE: z.enum(serverRoles, `Expected is ${serverRoles.join(', ')}.`).default('all'),
  BELLWIRE_DEMO: z.enum(['on', 'off'], 'Expected is on or off.').default('on'),
  LOG_LEVEL: z.enum(logLevels, `Expected is one of ${logLevels.join(', ')}.`).default('info'),
});

function wholeNumber(from: number, to: number) {
  const says = `Expected is a whole number from ${from} to ${to}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, says)
    .transform(Number)
    .refine((number) => number >= from && number <= to, says);
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.toLowerCase();
}

function noteFailure<Value>(read: (value: Value) => unknown) {
  return (value: Value, context: z.RefinementCtx<Value>) => {
    try {
      read(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** Not the server's own, but of tests that start one and of the command line. */
export const settingsOfTools = ['BELLWIRE_CHROMIUM', 'BELLWIRE_URL', 'BELLWIRE_KEY'];

/** Ours begin alike, so a mistyped one can be told from a setting of another program. */
function unknownSettings(given: Record<string, unknown>): Complaint[] {
  const known = [...Object.keys(settings.shape), ...settingsOfTools];
  return Object.keys(given)
    .filter((name) => name.startsWith('BELLWIRE_') && !known.includes(name))
    .map((name) => ({ path: [name], says: `There is no such setting. Known are ${known.join(', ')}.` }));
}

function readArgs(args: readonly string[]): { role?: string | undefined; complaints: Complaint[] } {
  try {
    const { values } = parseArgs({ args: [...args], options: { role: { type: 'string' } } });
    return { role: values.role, complaints: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { complaints: [{ path: ['arguments'], says: `${reason} Known is --role all|api|worker.` }] };
  }
}

function badSettings(complaints: readonly Complaint[]): ProblemError {
  const list = complaints.map(({ path, says }) => `  ${path.join('.')}: ${says}`).join('\n');
  return new ProblemError('bad-input', { says: `The settings cannot be used:\n${list}`, complaints });
}
