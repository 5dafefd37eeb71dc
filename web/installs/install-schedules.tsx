// What an app does by itself for an install: when it ran, what came of it, when it runs next, and running it now.
import { Play } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { problemWords } from '../server-state/problem-words.ts';
import { tableState } from '../server-state/query-problem.tsx';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';

const LIVE_MS = 5_000;

type Install = OutputOf<'getInstall'>;
type Schedule = OutputOf<'listSchedules'>['rows'][number];

export function InstallSchedules({ install }: { install: Install }) {
  const schedules = useOperation('listSchedules', { installId: install.id }, { pollMs: LIVE_MS });
  if (schedules.data?.rows.length === 0) return null;
  return (
    <Card title="Schedules" about={`What ${install.appLabel} does by itself.`}>
      <Table
        label="Schedules"
        {...tableState(schedules, ({ rows }) => rows)}
        rowKey={({ name }) => name}
        columns={[
          ...columns,
          { key: 'act', label: '', align: 'end', cell: (row) => <RunNow install={install} schedule={row} /> },
        ]}
        empty={null}
      />
      {schedules.data === undefined || install.state === 'uninstalled' ? null : (
        <ZoneChoice install={install} timeZone={schedules.data.timeZone} />
      )}
    </Card>
  );
}

const columns: readonly Column<Schedule>[] = [
  { key: 'label', label: 'Schedule', cell: (schedule) => <Told schedule={schedule} /> },
  {
    key: 'last',
    label: 'Last run',
    cell: ({ lastAt, lastRecords, kind }) => (
      <span className="event-state">
        {lastAt === null ? 'never' : <RelativeTime at={lastAt} />}
        {kind === 'poll' && lastAt !== null ? <small>{recordWords(lastRecords)}</small> : null}
      </span>
    ),
  },
  {
    key: 'next',
    label: 'Next run',
    cell: ({ nextAt, isRunning }) =>
      isRunning ? (
        <Badge tone="accent">Running</Badge>
      ) : nextAt === null ? (
        'none'
      ) : (
        <RelativeTime at={nextAt} />
      ),
  },
];

function Told({ schedule }: { schedule: Schedule }) {
  const { label, failure, failures, waitingRecords, keyPathsBefore } = schedule;
  return (
    <span className="event-state">
      {label}
      {failure === null ? null : (
        <small>
          {failure} {failures > 1 ? `It failed ${failures} times in a row.` : ''}
        </small>
      )}
      {waitingRecords === 0 ? null : (
        <small>{recordWords(waitingRecords)} wait until their contact is known.</small>
      )}
      {keyPathsBefore.length === 0 ? null : (
        <small>
          Its key has changed: records known by {keyPathsBefore.join(' or ')} start nothing again.
        </small>
      )}
    </span>
  );
}

function recordWords(count: number): string {
  return count === 1 ? '1 new record' : `${count} new records`;
}

function RunNow({ install, schedule }: { install: Install; schedule: Schedule }) {
  const run = useChange('runScheduleNow');
  return (
    <IconButton
      label={`Run ${schedule.label} now`}
      icon={<Play size={14} aria-hidden />}
      disabled={schedule.isRunning || run.isPending || install.state === 'uninstalled'}
      onClick={() =>
        run.mutate(
          { installId: install.id, name: schedule.name },
          { onError: (error) => toast({ says: problemWords(error).says, tone: 'bad' }) },
        )
      }
    />
  );
}

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const zoneChoices = zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

function ZoneChoice({ install, timeZone }: { install: Install; timeZone: string }) {
  const change = useChange('setInstallTimeZone');
  return (
    <Combobox
      label="Time zone"
      required
      hint="Of times that name none of their own."
      choices={zoneChoices}
      value={timeZone}
      onChange={(zone) => change.mutate({ installId: install.id, timeZone: zone ?? timeZone })}
      {...(change.error !== null && { problem: problemWords(change.error) })}
    />
  );
}
