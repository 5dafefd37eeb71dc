// Schedules: the list, and the page of one: when it comes, what it asks the service for, which flow runs.
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { nextTimes, timingFault } from '@bellwire/engine/next-time.ts';
import { partNames } from '@bellwire/model/app-part.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import { outgoingRequestSchema } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import {
  pollSchema,
  scheduleSchema,
  type Poll,
  type Schedule,
  type Timing,
} from '@bellwire/model/schedule.ts';
import { complaintAt } from '../server-state/problem-words.ts';
import { within } from '../settings-form/within.ts';
import { Card } from '../ui/card.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Switch } from '../ui/switch.tsx';
import type { Column } from '../ui/table.tsx';
import { useBuilder } from './builder.ts';
import { complaintsOf } from './complaints-of.ts';
import { FlowPicker } from './flow-picker.tsx';
import { MappingsTable } from './mappings-table.tsx';
import { newFlow } from './new-flow.ts';
import { PartList } from './part-list.tsx';
import { PartPage } from './part-page.tsx';
import { partSurroundings } from './part-surroundings.ts';
import {
  pollFields,
  pollFromForm,
  pollToForm,
  timingFields,
  timingFromForm,
  timingToForm,
} from './schedule-fields.ts';
import { ShapedForm } from './shaped-form.tsx';
import { usePart } from './use-part.ts';

export function SchedulesSection() {
  const { app, change } = useBuilder();
  const schedule = usePart('schedules');
  if (schedule !== undefined) return <SchedulePage key={schedule.name} schedule={schedule} />;
  const create = (label: string) => {
    const name = nameFrom(label, partNames(app, 'schedules'));
    const flow = newFlow(app, label);
    const timing = { is: 'every', minutes: 15 } as const;
    const value = scheduleSchema.parse({ name, label, timing, flow: flow.name });
    return change([flow.change, { is: 'put-part', part: 'schedules', value }]) ? name : undefined;
  };
  return (
    <PartList
      part="schedules"
      entries={app.schedules}
      columns={columns}
      icon={<CalendarClock size={20} aria-hidden />}
      says="A schedule runs a flow by itself: at times, or once for each new record of a service that sends no webhooks."
      example={<code>New orders: every 5 minutes, GET /orders?since=…</code>}
      placeholder="New orders"
      create={create}
    />
  );
}

const columns: readonly Column<Schedule>[] = [
  { key: 'label', label: 'Schedule', sortBy: ({ label }) => label, cell: ({ label }) => label },
  { key: 'timing', label: 'Comes', cell: ({ timing }) => timingWords(timing) },
  {
    key: 'does',
    label: 'Does',
    cell: ({ poll, flow }) => (poll === undefined ? flow : `${flow}, for each new record`),
  },
];

function timingWords(timing: Timing): string {
  if (timing.is === 'cron') return timing.zone === undefined ? timing.cron : `${timing.cron}, ${timing.zone}`;
  return timing.minutes === 1 ? 'every minute' : `every ${timing.minutes} minutes`;
}

interface SheetProps {
  schedule: Schedule;
  set: (next: Schedule) => void;
}

function SchedulePage({ schedule }: { schedule: Schedule }) {
  const { change } = useBuilder();
  const set = (value: Schedule) => void change([{ is: 'put-part', part: 'schedules', value }]);
  return (
    <PartPage
      part="schedules"
      name={schedule.name}
      label={schedule.label}
      shownBeside={['label', 'timing', 'poll', 'flow']}
    >
      <div className="builder-split">
        <div className="builder-sheets">
          <TimingSheet schedule={schedule} set={set} />
          <PollSheets schedule={schedule} set={set} />
          <FlowSheet schedule={schedule} set={set} />
        </div>
        <aside className="builder-preview" aria-label="Next times">
          <h3>Next times</h3>
          <Card>
            <NextTimes timing={schedule.timing} />
          </Card>
        </aside>
      </div>
    </PartPage>
  );
}

function NextTimes({ timing }: { timing: Timing }) {
  const [after] = useState(() => new Date().toISOString());
  if (timing.is === 'cron' && timingFault(timing) !== undefined)
    return <p className="builder-quiet">Nothing comes yet: the times are not right.</p>;
  const times = nextTimes(timing, { after, zone: 'UTC' }, 5);
  return (
    <ul className="builder-quiet">
      {times.map((time) => (
        <li key={time}>
          <RelativeTime at={time} />
        </li>
      ))}
    </ul>
  );
}

function useForm(name: string) {
  const builder = useBuilder();
  const surroundings = partSurroundings(builder.app, builder.change);
  return { surroundings, complaints: complaintsOf(builder, 'schedules', name) };
}

function TimingSheet({ schedule, set }: SheetProps) {
  const { surroundings, complaints } = useForm(schedule.name);
  const told = complaints.map((complaint) =>
    complaint.path[0] === 'timing' ? { ...complaint, path: ['cron'] } : complaint,
  );
  return (
    <Card>
      <ShapedForm
        fields={timingFields}
        schema={scheduleSchema}
        value={schedule}
        onChange={set}
        surroundings={surroundings}
        complaints={told}
        toForm={timingToForm}
        fromForm={timingFromForm}
      />
    </Card>
  );
}

const NEW_POLL: Poll = pollSchema.parse({
  request: { url: 'https://api.example.com/records' },
  key: '$.id',
});

function PollSheets({ schedule, set }: SheetProps) {
  const { poll, ...others } = schedule;
  return (
    <>
      <Card title="New records" about="Asks the service, and runs the flow once for each record that is new.">
        <Switch
          label="Poll for records"
          checked={poll !== undefined}
          onChange={(on) => set(on ? { ...others, poll: NEW_POLL } : others)}
        />
        {poll === undefined ? null : (
          <RequestOfPoll
            name={schedule.name}
            poll={poll}
            onChange={(next) => set({ ...others, poll: next })}
          />
        )}
      </Card>
      {poll === undefined ? null : (
        <RecordsOfPoll name={schedule.name} poll={poll} onChange={(next) => set({ ...others, poll: next })} />
      )}
    </>
  );
}

interface PollProps {
  name: string;
  poll: Poll;
  onChange: (poll: Poll) => void;
}

function RequestOfPoll({ name, poll, onChange }: PollProps) {
  const { surroundings, complaints } = useForm(name);
  return (
    <ShapedForm
      fields={requestFields}
      schema={outgoingRequestSchema}
      value={poll.request}
      onChange={(request) => onChange({ ...poll, request })}
      surroundings={surroundings}
      complaints={within(complaints, ['poll', 'request'])}
    />
  );
}

/** Where the form's flat fields stand in the poll. */
const placeOfField: Readonly<Record<string, string>> = {
  cursor: 'cursorFrom',
  pages: 'paging',
  first: 'firstIs',
  contact: 'customerId',
};

function RecordsOfPoll({ name, poll, onChange }: PollProps) {
  const { surroundings, complaints } = useForm(name);
  const told = within(complaints, ['poll']).map((complaint) => ({
    ...complaint,
    path: [placeOfField[String(complaint.path[0])] ?? complaint.path[0] ?? ''],
  }));
  return (
    <>
      <Card title="Its records" about="Where they stand in the answer, and what the next poll goes on from.">
        <ShapedForm
          fields={pollFields}
          schema={pollSchema}
          value={poll}
          onChange={onChange}
          surroundings={surroundings}
          complaints={told}
          toForm={pollToForm}
          fromForm={pollFromForm}
        />
      </Card>
      <Card title="Into app fields" about="Taken from each record before the flow runs.">
        <MappingsTable
          mappings={poll.mappings}
          sample={undefined}
          onChange={(mappings) => onChange({ ...poll, mappings })}
          complaints={within(complaints, ['poll', 'mappings'])}
        />
      </Card>
    </>
  );
}

function FlowSheet({ schedule, set }: SheetProps) {
  const { complaints } = useForm(schedule.name);
  return (
    <Card>
      <FlowPicker
        value={schedule.flow}
        label={schedule.label}
        says={
          schedule.poll === undefined ? 'Runs at each time, for no contact.' : 'Runs for each new record.'
        }
        onChange={(flow) => set({ ...schedule, flow })}
        {...complaintAt(complaints, ['flow'])}
      />
    </Card>
  );
}
