// What came in at one webhook: each call with its verdict, and all of it in a drawer.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { QueryProblem, tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { pageAfter } from '../shell/page-trail.ts';
import { TrailPager } from '../shell/trail-pager.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';

type Call = OutputOf<'listWebhookCalls'>['rows'][number];

const verdicts: Readonly<Record<Call['verdict'], { label: string; tone: Tone }>> = {
  taken: { label: 'Let in', tone: 'ok' },
  double: { label: 'Came again', tone: 'plain' },
  unmatched: { label: 'No contact', tone: 'warn' },
  challenge: { label: 'Test', tone: 'plain' },
  refused: { label: 'Refused', tone: 'bad' },
};

const LIVE_MS = 4000;

export function WebhookCalls({ addressId }: { addressId: string }) {
  const [trail, setTrail] = useState<string>();
  const [opened, setOpened] = useState<Call>();
  const after = pageAfter(trail);
  const calls = useOperation(
    'listWebhookCalls',
    { addressId, limit: 10, ...(after !== undefined && { after }) },
    { pollMs: trail === undefined && LIVE_MS, keepPrevious: true },
  );
  return (
    <>
      <Table
        label="Calls"
        columns={columns}
        {...tableState(calls, ({ rows }) => rows)}
        rowKey={({ id }) => id}
        opener={(call, content) => (
          <button type="button" className="webhook-call-opener" onClick={() => setOpened(call)}>
            {content}
          </button>
        )}
        empty={
          <EmptyState
            title="Nothing came in yet"
            says="Give the address to the service. Each call stands here, also those that are refused, with the reason."
          />
        }
      />
      <TrailPager
        trail={trail}
        next={calls.data?.next}
        count={calls.data?.rows.length ?? 0}
        onTurn={setTrail}
      />
      {opened === undefined ? null : <CallDrawer call={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function Verdict({ verdict }: Pick<Call, 'verdict'>) {
  const { label, tone } = verdicts[verdict];
  return (
    <Badge tone={tone} dot>
      {label}
    </Badge>
  );
}

const columns: readonly Column<Call>[] = [
  { key: 'verdict', label: 'Call', cell: ({ verdict }) => <Verdict verdict={verdict} /> },
  { key: 'says', label: 'Why', cell: ({ says }) => <span className="webhook-call-says">{says}</span> },
  { key: 'at', label: 'Came', align: 'end', cell: ({ at }) => <RelativeTime at={at} /> },
];

function CallDrawer({ call, onClose }: { call: Call; onClose: () => void }) {
  const again = useChange('replayWebhookCall');
  const runAgain = () =>
    again.mutate(
      { callId: call.id },
      {
        onSuccess: () => {
          toast({ says: 'The call was taken in again.' });
          onClose();
        },
      },
    );
  const mayRun = call.verdict !== 'refused' && call.verdict !== 'challenge';
  return (
    <Drawer
      open
      onClose={onClose}
      title={`${call.method} call`}
      about={call.says}
      footer={
        <>
          {mayRun ? (
            <Button busy={again.isPending} onClick={runAgain}>
              Take in again
            </Button>
          ) : null}
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {again.error === null ? null : <ProblemNote look="box" problem={problemWords(again.error)} />}
      <CallFacts call={call} />
      <WholeCall id={call.id} />
    </Drawer>
  );
}

function CallFacts({ call: { verdict, runId, runStatus, contactId } }: { call: Call }) {
  return (
    <p className="webhook-call-facts">
      <Verdict verdict={verdict} />
      {runId !== null && runStatus !== null ? (
        <Link to="/runs/$runId" params={{ runId }}>
          See the run
        </Link>
      ) : null}
      {contactId === null ? null : (
        <Link to="/contacts/$contactId" params={{ contactId }}>
          See the contact
        </Link>
      )}
    </p>
  );
}

function WholeCall({ id }: { id: string }) {
  const whole = useOperation('getWebhookCall', { callId: id });
  if (whole.error !== null) return <QueryProblem error={whole.error} refetch={whole.refetch} />;
  if (whole.data === undefined) return <Skeleton width="100%" />;
  const { body, headers, query } = whole.data;
  return (
    <div className="webhook-call-whole">
      <CodeBlock label="Body" value={body === '' ? 'Nothing was sent.' : body} />
      {Object.keys(query).length === 0 ? null : <CodeBlock label="Query" value={query} />}
      <CodeBlock label="Headers" value={headers} />
    </div>
  );
}
