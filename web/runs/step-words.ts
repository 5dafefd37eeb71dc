// Which way a step went on, in words.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

type StepView = OutputOf<'getRun'>['steps'][number];

const words: Readonly<Record<string, string>> = {
  jump: 'jumped to another step',
  wait: 'waits for its time',
  ask: 'waits for the answer of the contact',
  call: 'sent a request',
  enter: 'entered the app',
  end: 'ended the flow',
  fail: 'failed',
};

/** @example stepWords({ is: 'go', exit: 'paid' }) // 'left by "paid"' */
export function stepWords({ is, exit }: Pick<StepView, 'is' | 'exit'>): string {
  if (exit !== undefined) return exit === 'next' ? '' : `left by “${exit}”`;
  return words[is] ?? is;
}
