// The wires between the parts of the system under test.
import type { Random } from './seeded-random.ts';
import { openWire, type Wire } from './wire.ts';

export type ProgramName = 'api' | 'worker-1' | 'worker-2';

export interface Wires {
  /** From the producers to the process that answers requests. */
  readonly requests: Wire;
  /** From the workers to the sink. */
  readonly sink: Wire;
  /** To PostgreSQL, of each program one of its own: what breaks for the one need not break for the other. */
  readonly database: Readonly<Record<ProgramName, Wire>>;
}

interface Ends {
  readonly requests: number;
  readonly sink: number;
  readonly database: number;
}

export async function layWires(ends: Ends, random: Random): Promise<Wires> {
  const lay = (name: string, to: number): Promise<Wire> => openWire({ to, random: random.fork(name) });
  return {
    requests: await lay('requests', ends.requests),
    sink: await lay('sink', ends.sink),
    database: {
      api: await lay('api', ends.database),
      'worker-1': await lay('worker-1', ends.database),
      'worker-2': await lay('worker-2', ends.database),
    },
  };
}

export function allWires({ requests, sink, database }: Wires): readonly [Wire, ...Wire[]] {
  return [requests, sink, ...Object.values(database)];
}
