// The clock and the chance of a script: both stand still, so that a script that is run again gives the same.
import { createHash } from 'node:crypto';
import type { Script } from '@bellwire/model/script.ts';

type Wasi = Record<'clock_time_get' | 'random_get', (...args: never[]) => number>;

/** Until `start` the clock shows the seed: QuickJS takes its random numbers from the time at which it begins. */
export function scriptClock({ now, seed }: Pick<Script, 'now' | 'seed'>) {
  const digest = createHash('sha256').update(seed).digest();
  let nanoseconds = digest.readBigUInt64LE(0) >> 1n;
  return {
    start: () => {
      nanoseconds = BigInt(Date.parse(now)) * 1_000_000n;
    },
    wasi: (memory: WebAssembly.Memory): Wasi => ({
      clock_time_get: (_clock: number, _precision: bigint, at: number) => {
        new DataView(memory.buffer).setBigUint64(at, nanoseconds, true);
        return 0;
      },
      random_get: (at: number, length: number) => {
        const bytes = new Uint8Array(memory.buffer, at, length);
        for (let index = 0; index < length; index++) bytes[index] = digest[index % digest.length] ?? 0;
        return 0;
      },
    }),
  };
}
