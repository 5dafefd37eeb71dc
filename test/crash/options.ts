// What the fault run was asked to do.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: number;
  readonly minutes: number;
  /** With both, the run goes on until so many events were accepted and so many faults have struck, whatever the minutes. */
  readonly events: number | undefined;
  readonly faults: number | undefined;
  /** Events a second, at most. */
  readonly rate: number;
  readonly contacts: number;
  /** Names of the faults to draw from; all where there are none. */
  readonly only: readonly string[];
  /** The name of a planted bug that has to be found. */
  readonly plant: string | undefined;
  /** `plants` runs all planted bugs, `proof` several clean runs at full size and then all planted bugs. */
  readonly series: 'plants' | 'proof' | undefined;
  /** Of the proof, with seeds that count up. */
  readonly runs: number;
  /** Leaves the run's folder (history, logs, database) where it is. */
  readonly keep: boolean;
}

export const usage =
  'npm run crash -- [--seed N] [--minutes M | --events N --faults M] [--rate events/s] [--contacts N] [--only FAULT]... [--plant NAME | --plants | --proof [--runs N]] [--keep]\nWithout a seed a fresh one is taken, and told.';

/** @throws Error that says which option is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string', default: '1' },
      rate: { type: 'string', default: '600' },
      contacts: { type: 'string', default: '1500' },
      events: { type: 'string' },
      faults: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      plant: { type: 'string' },
      plants: { type: 'boolean', default: false },
      proof: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      keep: { type: 'boolean', default: false },
    },
  });
  if ((values.events === undefined) !== (values.faults === undefined))
    throw new Error('--events and --faults belong together: the faults are spread over the events.');
  return {
    seed: values.seed === undefined ? randomInt(1, 1_000_000_000) : number('seed', values.seed, 0, 2 ** 31),
    minutes: number('minutes', values.minutes, 0.1, 24 * 60),
    events: values.events === undefined ? undefined : number('events', values.events, 100, 100_000_000),
    faults: values.faults === undefined ? undefined : number('faults', values.faults, 1, 1_000_000),
    rate: number('rate', values.rate, 1, 10_000),
    contacts: number('contacts', values.contacts, 48, 100_000),
    only: values.only,
    plant: values.plant,
    series: values.proof ? 'proof' : values.plants ? 'plants' : undefined,
    runs: number('runs', values.runs, 1, 1_000),
    keep: values.keep,
  };
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most))
    throw new Error(`--${name} is "${text}", expected is a number from ${least} to ${most}.`);
  return value;
}
