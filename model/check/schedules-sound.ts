// Rule: the times of schedules come, and a poll uses what it declares.
import { changeAt } from '../mentions/app-places.ts';
import type { Complaint } from '../problem.ts';
import type { Poll, Schedule } from '../schedule.ts';
import type { AppRule, CheckTools } from './rule.ts';

export const schedulesSound: AppRule = {
  about: 'The times of each schedule come, and a poll sends the cursor and the page that it declares.',
  check: ({ schedules }, tools) => schedules.flatMap((schedule, index) => faultsOf(schedule, index, tools)),
  examples: [
    {
      says: 'times that come, and a poll that sends its cursor and its page',
      app: {
        flows: [{ name: 'main', label: 'Main', start: null, steps: [] }],
        schedules: [
          { name: 'daily', label: 'Daily', timing: { is: 'cron', cron: '0 9 * * *' }, flow: 'main' },
          {
            name: 'orders',
            label: 'Orders',
            timing: { is: 'every', minutes: 5 },
            poll: {
              request: { url: 'https://api.example.com/?since={{poll.cursor}}&page={{poll.page}}' },
              key: '$.id',
              cursor: { from: 'records', path: '$.at', type: 'date', overlap: 60 },
              pages: {},
            },
            flow: 'main',
          },
        ],
      },
      complains: [],
    },
    {
      says: 'times that never come',
      app: {
        schedules: [{ name: 'a', label: 'A', timing: { is: 'cron', cron: 'never' }, flow: 'main' }],
      },
      complains: ['schedules.0.timing: Never is not a time.'],
    },
    {
      says: 'a cursor and pages that are not sent, and an overlap of a text',
      app: {
        schedules: [
          {
            name: 'orders',
            label: 'Orders',
            timing: { is: 'every', minutes: 5 },
            poll: {
              request: { url: 'https://api.example.com/' },
              key: '$.id',
              cursor: { from: 'records', path: '$.at', overlap: 60 },
              pages: {},
            },
            flow: 'main',
          },
        ],
      },
      complains: [
        'schedules.0.poll.cursor: The request does not send the cursor. Put {{poll.cursor}} where the service expects it.',
        'schedules.0.poll.cursor.overlap: A text has nothing before it. Compare the cursor as a number or a date, or leave out the overlap.',
        'schedules.0.poll.pages: The request asks for the same page each time. Put {{poll.page}} or {{poll.offset}} where the service expects it.',
      ],
    },
  ],
};

function faultsOf({ timing, poll }: Schedule, index: number, tools: CheckTools): Complaint[] {
  const path = ['schedules', index];
  const fault = tools.timingFault(timing);
  return [
    ...(fault === undefined ? [] : [{ path: [...path, 'timing'], says: fault }]),
    ...(poll === undefined ? [] : pollFaults(poll, [...path, 'poll'], tools)),
  ];
}

function pollFaults(poll: Poll, path: Complaint['path'], tools: CheckTools): Complaint[] {
  const { cursor, pages } = poll;
  const sent = placesSent(poll, tools);
  const faults: Complaint[] = [];
  if (cursor !== undefined && !sent.has('poll.cursor'))
    faults.push({
      path: [...path, 'cursor'],
      says: 'The request does not send the cursor. Put {{poll.cursor}} where the service expects it.',
    });
  if (cursor?.type === 'text' && cursor.overlap > 0)
    faults.push({
      path: [...path, 'cursor', 'overlap'],
      says: 'A text has nothing before it. Compare the cursor as a number or a date, or leave out the overlap.',
    });
  if (pages === undefined) return faults;
  const named = pages.next === undefined ? ['poll.page', 'poll.offset'] : ['poll.next'];
  if (!named.some((place) => sent.has(place)))
    faults.push({
      path: [...path, 'pages'],
      says: `The request asks for the same page each time. Put ${named.map((place) => `{{${place}}}`).join(' or ')} where the service expects it.`,
    });
  return faults;
}

function placesSent({ request }: Poll, { readTemplate }: CheckTools): ReadonlySet<string> {
  const places = new Set<string>();
  changeAt(request, ['**'], (text) => {
    for (const reference of readTemplate(text).references) places.add(reference);
    return text;
  });
  return places;
}
