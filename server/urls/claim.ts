// The single use of a one-time URL: whoever comes first takes it, in one statement that also puts the call into the contact's lane.
import type pg from 'pg';
import type { App } from '@bellwire/model/app.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { OneTimeUrl } from '@bellwire/model/one-time-url.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { CallbackArrival } from '../lanes/arrival.ts';
import { hashToken } from '../lanes/rows.ts';
import { shardOf } from '../lanes/shard.ts';

export interface FoundUrl {
  readonly id: string;
  readonly workspaceId: string;
  readonly installId: string;
  readonly versionId: string;
  readonly contactId: string | null;
  readonly name: string;
  readonly values: JsonObject;
  readonly runId: string | null;
  readonly hops: number;
  readonly isUsed: boolean;
  readonly isOver: boolean;
  /** As the version has it that the run was made with; null where it is not in there any more. */
  readonly declared: OneTimeUrl | null;
  readonly app: Pick<App, 'label' | 'fields' | 'sources'>;
}

export async function findUrl(pool: pg.Pool, token: string): Promise<FoundUrl | null> {
  const { rows } = await pool.query<FoundUrl>({
    name: 'url-find',
    text: `select u.id, u.workspace_id as "workspaceId", u.install_id as "installId", u.version_id as "versionId", u.contact_id as "contactId",
                  u.name, u.app_values as values, u.run_id as "runId", u.hops, u.used_at is not null as "isUsed",
                  (u.expires_at <= clock_timestamp() or i.state = 'uninstalled') as "isOver",
                  (select url from jsonb_array_elements(v.definition->'oneTimeUrls') as url where url->>'name' = u.name) as declared,
                  jsonb_build_object('label', v.definition->'label', 'fields', v.definition->'fields', 'sources', v.definition->'sources') as app
             from one_time_url u join install i on i.id = u.install_id join app_version v on v.id = u.version_id
            where u.token_hash = $1`,
    values: [hashToken(token)],
  });
  return rows[0] ?? null;
}

/** @returns false when somebody else was first, or the time ran out in between. */
export async function claimUrl(
  pool: pg.Pool,
  url: FoundUrl,
  method: string,
  payload: Json,
): Promise<boolean> {
  const id = uuidV7();
  const arrival: CallbackArrival = {
    kind: 'callback',
    urlId: url.id,
    installId: url.installId,
    versionId: url.versionId,
    url: url.name,
    values: url.values,
    payload,
    hops: url.hops,
    causeRunId: url.runId,
  };
  const lane = url.contactId ?? id;
  const { rowCount } = await pool.query({
    name: 'url-claim',
    text: `with taken as (
             update one_time_url set used_at = clock_timestamp()
              where id = $1 and used_at is null and expires_at > clock_timestamp() returning id
           ), told as (
             insert into one_time_url_call (workspace_id, url_id, at, method, verdict, says)
             select $2, id, clock_timestamp(), $3, 'taken', 'The first call: the flow went on with it.' from taken
           )
           insert into lane_log (shard, lane, workspace_id, id, kind, body, accepted_at)
           select $4, $5, $2, $6, 'callback', $7::jsonb, clock_timestamp() from taken`,
    values: [url.id, url.workspaceId, method, shardOf(lane), lane, id, JSON.stringify(arrival)],
  });
  return rowCount === 1;
}

export async function recordCall(
  pool: pg.Pool,
  url: FoundUrl,
  call: { method: string; verdict: 'used' | 'expired' | 'looked'; says: string },
): Promise<void> {
  await pool.query(
    'insert into one_time_url_call (workspace_id, url_id, at, method, verdict, says) values ($1, $2, clock_timestamp(), $3, $4, $5)',
    [url.workspaceId, url.id, call.method, call.verdict, call.says],
  );
}
