// Puts what is to be worked again into the lanes, at the pace that was asked for, as long as the server runs.
import type { Logger } from 'pino';
import { nap } from '../lanes/nap.ts';
import { stepRerun, type StepRooms } from './step-rerun.ts';

const IDLE_MS = 500;

export interface RerunKeeper {
  /** Resolves when the step under way has ended. */
  stop(): Promise<void>;
}

/** Each process that works lanes runs one: a rerun is stepped by one of them at a time, and by another if that one dies. */
export function startRerunKeeper(rooms: StepRooms & { readonly log: Logger }): RerunKeeper {
  const { sleep, wake } = nap();
  let stopping = false;
  const work = async (): Promise<void> => {
    while (!stopping) {
      const rest = await stepRerun(rooms).catch((error: unknown) => {
        rooms.log.error({ err: error }, 'A rerun could not be stepped; it is tried again.');
        return null;
      });
      if (!stopping) await sleep(Math.min(rest ?? IDLE_MS, IDLE_MS));
    }
  };
  const running = work();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}
