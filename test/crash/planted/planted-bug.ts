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
}
