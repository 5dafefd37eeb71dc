// A flow of a shop bot to show the canvas with, a run to lay over it, and a large one to try its speed.
import { BellRing } from 'lucide-react';
import type {
  CanvasEntry,
  CanvasProblem,
  CanvasStep,
  RunOverlay,
  StepVisit,
} from '../canvas/canvas-model.ts';

export const sampleEntries: readonly CanvasEntry[] = [
  { id: 'on-paid', label: 'Payment paid', summary: 'Acme Pay, amount over 0', icon: BellRing, to: 'mark' },
];

export const sampleSteps: readonly CanvasStep[] = [
  {
    id: 'mark',
    type: 'receipt',
    label: 'Mark order as paid',
    settings: { says: 'Order {{trigger.order_id}} → paid' },
    exits: { next: 'big' },
  },
  {
    id: 'big',
    type: 'condition',
    label: 'Large order?',
    settings: { says: 'trigger.amount is more than 100' },
    exits: { yes: 'crm', no: 'thanks' },
  },
  {
    id: 'crm',
    type: 'request',
    label: 'Tell the CRM',
    settings: { says: 'POST crm.example.com/v2/deals' },
    exits: { ok: 'vip', failed: 'wait' },
  },
  { id: 'wait', type: 'wait', settings: { says: '5 minutes' }, exits: { next: 'crm' } },
  {
    id: 'vip',
    type: 'set-field',
    label: 'Remember as VIP',
    settings: { says: '' },
    exits: { next: 'thanks' },
  },
  {
    id: 'thanks',
    type: 'send-message',
    label: 'Thank and send receipt',
    settings: { text: 'Thanks {{user.first_name}}, your order is paid.' },
    exits: { next: 'rate' },
  },
  {
    id: 'rate',
    type: 'ask',
    label: 'Ask how it went',
    settings: { text: 'How was ordering with us, 1 to 5?' },
    exits: { answered: 'told', 'no-match': null, timeout: null },
  },
  {
    id: 'told',
    type: 'fire-trigger',
    label: 'Share the rating',
    settings: { says: 'rating_given' },
    exits: { next: null },
  },
  {
    id: 'why',
    type: 'comment',
    settings: { text: 'The CRM is slow on Mondays: its failures wait and try again.' },
    exits: {},
  },
];

export const sampleProblems: readonly CanvasProblem[] = [
  {
    step: 'vip',
    says: 'No field is chosen.',
    help: 'Choose the user field that shall remember it, or create one here.',
  },
];

const visit = (ok: boolean, input: unknown, output: unknown, problem?: string): StepVisit => ({
  at: new Date(Date.now() - 240_000).toISOString(),
  ok,
  tookMs: ok ? 4 : 812,
  input,
  output,
  ...(problem === undefined ? {} : { problem }),
});
const paid = { order_id: 1042, amount: 129, currency: 'EUR' };

export const sampleOverlay: RunOverlay = {
  steps: {
    mark: {
      visited: 1,
      ok: 1,
      failed: 0,
      exits: { next: 1 },
      visits: [visit(true, paid, { order: 1042, status: 'paid' })],
    },
    big: {
      visited: 1,
      ok: 1,
      failed: 0,
      exits: { yes: 1 },
      visits: [visit(true, { amount: 129 }, { exit: 'yes' })],
    },
    crm: {
      visited: 2,
      ok: 1,
      failed: 1,
      exits: { failed: 1, ok: 1 },
      visits: [
        visit(true, paid, { status: 201, body: { id: 77 } }),
        visit(false, paid, { status: 503 }, 'crm.example.com answered 503 Service Unavailable.'),
      ],
    },
    wait: {
      visited: 1,
      ok: 1,
      failed: 0,
      exits: { next: 1 },
      visits: [visit(true, {}, { until: '2030-06-15T12:05:00Z' })],
    },
    vip: {
      visited: 1,
      ok: 1,
      failed: 0,
      exits: { next: 1 },
      visits: [visit(true, { vip: true }, { vip: true })],
    },
    thanks: {
      visited: 1,
      ok: 1,
      failed: 0,
      exits: { next: 1 },
      visits: [visit(true, { text: 'Thanks Lena, your order is paid.' }, { message: 'm_81' })],
    },
  },
  active: 'rate',
};

/** A tree of many steps, without places: it is also what the layout is tried with. */
export function largeFlow(count: number): CanvasStep[] {
  const kinds = ['send-message', 'condition', 'request', 'set-field', 'wait', 'ask'];
  const exits = [
    ['next'],
    ['yes', 'no'],
    ['ok', 'failed'],
    ['next'],
    ['next'],
    ['answered', 'no-match', 'timeout'],
  ];
  let taken = 1;
  return Array.from({ length: count }, (_, at) => {
    const names = exits[at % kinds.length] ?? [];
    const leads = names.map((name): [string, string | null] => [name, taken < count ? `s${taken++}` : null]);
    return {
      id: `s${at}`,
      type: kinds[at % kinds.length] ?? 'wait',
      label: `Step ${at + 1}`,
      settings: { text: 'Hello', says: 'something' },
      exits: Object.fromEntries(leads),
    };
  });
}
