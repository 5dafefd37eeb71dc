// What led to an event: the event whose run fired it, the event before that one, and so on to the first.

/** One link: an event, and the run through which it led to the next. */
export interface Cause {
  readonly eventId: string;
  readonly trigger: string;
  readonly firedAt: string;
  readonly runId: string;
}

/** Chains end after a few hops by themselves; a person who lets parked loops run makes longer ones. */
const MOST_LINKS = 20;

/** Asks the database: a session of the lanes and a transaction of the API each have their own way. */
type Ask = (text: string, values: readonly unknown[]) => Promise<readonly Cause[]>;

interface Fired {
  readonly workspaceId: string;
  readonly causeRunId: string;
  /** The one-time URL whose call led to that run, which then has no event of its own: the run that made the URL had. */
  readonly urlId: string | null;
}

/** The first one first. */
export async function readCauses(
  ask: Ask,
  { workspaceId, causeRunId, urlId }: Fired,
): Promise<readonly Cause[]> {
  return ask(chainText, [workspaceId, causeRunId, urlId, MOST_LINKS]);
}

const chainText = `
with recursive chain as (
  select 0 as link, null::uuid as id, null::text as trigger, null::timestamptz(3) as fired_at, null::uuid as run_id,
         $2::uuid as cause_run_id, $3::uuid as url_id
  union all
  select c.link + 1, e.id, e.trigger, e.fired_at, coalesce(maker.id, r.id), e.cause_run_id, e.url_id
    from chain c
    join run r on r.workspace_id = $1 and r.id = c.cause_run_id
    left join one_time_url u on r.event_id is null and u.workspace_id = $1 and u.id = c.url_id
    left join run maker on maker.workspace_id = $1 and maker.id = u.run_id
    join event e on e.workspace_id = $1 and e.id = coalesce(r.event_id, maker.event_id)
   where c.link < $4
)
select id as "eventId", trigger, fired_at as "firedAt", run_id as "runId" from chain where link > 0 order by link desc`;
