// The network between the parts: connections that are cut, go silent without being closed, become slow, or break in mid-message.
import type { Rig } from '../rig.ts';
import type { Random } from '../seeded-random.ts';
import type { Wire } from '../wire.ts';
import type { Fault } from './fault.ts';

/** Longer than any part waits for an answer, so that whoever waits has to give up by itself. */
const SILENT_MS = [8_000, 30_000] as const;

const drawWire = ({ wires }: Rig, random: Random): Wire => random.pick(wires);

export const wireFaults: readonly Fault[] = [
  { name: 'cut-wire', weight: 5, strike: ({ rig, random }) => drawWire(rig, random).cut() },
  { name: 'lost-answer', weight: 5, strike: ({ rig, random }) => drawWire(rig, random).loseAnswers() },
  {
    name: 'silent-wire',
    weight: 4,
    lasts: 'silence',
    strike: ({ rig, random }) => drawWire(rig, random).silence(random.between(...SILENT_MS)),
  },
  {
    name: 'slow-wire',
    weight: 3,
    lasts: 'slowness',
    strike: ({ rig, random }) =>
      drawWire(rig, random).slow(random.between(5, 150), random.between(2_000, 6_000)),
  },
  {
    name: 'broken-message',
    weight: 4,
    strike: ({ rig, random }) => drawWire(rig, random).breakAfter(Math.floor(random.between(1, 3_000))),
  },
];
