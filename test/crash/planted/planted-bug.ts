// A bug that is planted into a copy of the sources to see whether the fault run finds it.

export interface PlantedBug {
  readonly name: string;
  /** What goes wrong with it, in one sentence. */
  readonly says: string;
  /** From the root of the project. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** The faults that bring it out, where all of them together would need more than a minute or two to do so. */
  readonly faults?: readonly string[];
}
