// Says whether a PostgreSQL server may hold our data: old enough to know our SQL, and set to keep what it accepts.

export interface ServerFacts {
  /** As in `server_version_num`: 150018 is 15.18. */
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly role: string;
  readonly bypassesRowSecurity: boolean;
  /** The session setting that our address carries; null when something between us and the server dropped it. */
  readonly workspace: string | null;
}

export const serverFactsQuery = `
  select current_setting('server_version_num') as "version",
         current_setting('server_encoding') as "encoding",
         current_setting('fsync') as "fsync",
         current_setting('full_page_writes') as "fullPageWrites",
         current_setting('synchronous_commit') as "synchronousCommit",
         current_user as "role",
         (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "bypassesRowSecurity",
         current_setting('bellwire.workspace', true) as "workspace"`;

const oldestMajor = 15;

/** Pure: refusals stop the start, warnings are logged. Each is a sentence that names the way out. */
export function checkServer(
  facts: ServerFacts,
  { unsafeForTests }: { unsafeForTests: boolean },
): { refusals: string[]; warnings: string[] } {
  const major = Math.floor(Number(facts.version) / 10_000);
  const refusals: string[] = [];
  if (!(major >= oldestMajor)) {
    refusals.push(
      `The database server is PostgreSQL ${major}; Bellwire needs ${oldestMajor} or newer. Upgrade it, or point DATABASE_URL to a newer server.`,
    );
  }
  if (facts.encoding !== 'UTF8') {
    refusals.push(
      `The database's encoding is ${facts.encoding}, so some text would be refused. Create one with: CREATE DATABASE bellwire ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
  if (facts.workspace !== '*') {
    refusals.push(
      `The connection drops the session settings in its address, as PgBouncer does with "ignore_startup_parameters = options". Connect to PostgreSQL itself, or give them to the role: ${forRole(facts.role)}`,
    );
  }
  if (!unsafeForTests) refusals.push(...losesData(facts));
  return { refusals, warnings: bypassWarning(facts) };
}

function forRole(role: string): string {
  const settings = {
    'bellwire.workspace': '*',
    timezone: 'UTC',
    datestyle: 'ISO',
    intervalstyle: 'iso_8601',
  };
  return Object.entries(settings)
    .map(([name, value]) => `ALTER ROLE "${role}" SET ${name} = '${value}';`)
    .join(' ');
}

function losesData(facts: ServerFacts): string[] {
  const unsafe: [setting: string, value: string, wayOut: string][] = [
    ['fsync', facts.fsync, 'Set fsync = on in postgresql.conf and reload the server.'],
    [
      'full_page_writes',
      facts.fullPageWrites,
      'Set full_page_writes = on in postgresql.conf and reload the server.',
    ],
    [
      'synchronous_commit',
      facts.synchronousCommit,
      `Run: ALTER ROLE "${facts.role}" SET synchronous_commit = on.`,
    ],
  ];
  return unsafe
    .filter(([, value]) => value === 'off')
    .map(
      ([setting, , wayOut]) =>
        `The database server has ${setting} = off, so an accepted event could be lost. ${wayOut}`,
    );
}

function bypassWarning(facts: ServerFacts): string[] {
  if (!facts.bypassesRowSecurity) return [];
  return [
    `The database role "${facts.role}" bypasses row-level security, the second wall between workspaces. Connect as an ordinary role that owns the database: CREATE ROLE bellwire LOGIN PASSWORD '…'; ALTER DATABASE … OWNER TO bellwire.`,
  ];
}
