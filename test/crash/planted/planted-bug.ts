// A bug that is planted into the sources of the server under test, to see whether the fault run finds it.
import type { Edit } from '../edit.ts';

export interface PlantedBug {
  readonly name: string;
  /** What goes wrong with it, in one sentence. */
  readonly says: string;
  /** Names of the faults that bring it out: others would only keep the system from working meanwhile. */
  readonly faults: readonly string[];
  readonly edits: readonly Edit[];
}
