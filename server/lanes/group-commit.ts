// Gathers what arrives while the last commit is on its way, and writes it in one statement: one disk sync for many callers.

interface Waiting<Row, Result> {
  readonly row: Row;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit<Row, Result> {
  /** Resolves after the commit, and not before: until then nothing is promised to anyone. */
  submit(row: Row): Promise<Result>;
  /** Resolves when all that was submitted has been written. */
  drain(): Promise<void>;
}

/**
 * One batch is under way at a time: under load batches grow by themselves, at rest a row is written at once.
 * When a batch fails for a reason of its data, each row is tried alone, so that one bad row harms only itself.
 */
export function groupCommit<Row, Result>(options: {
  readonly write: (rows: readonly Row[]) => Promise<readonly Result[]>;
  readonly most: number;
  readonly isDataError: (error: unknown) => boolean;
}): GroupCommit<Row, Result> {
  let queue: Waiting<Row, Result>[] = [];
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    // The next turn of the event loop: all requests read from their sockets in this one share the first batch.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue.slice(0, options.most);
      queue = queue.slice(options.most);
      await writeBatch(options, batch);
    }
    // In the same breath as the last look at the queue: a row put in between the two would wait for ever.
    running = null;
  };

  return {
    submit: (row) =>
      new Promise((resolve, reject) => {
        queue.push({ row, resolve, reject });
        running ??= run();
      }),
    drain: async () => {
      while (running !== null) await running;
    },
  };
}

type Writing<Row, Result> = Pick<Parameters<typeof groupCommit<Row, Result>>[0], 'write' | 'isDataError'>;

/** Never rejects: each caller is told of its own row. */
async function writeBatch<Row, Result>(
  options: Writing<Row, Result>,
  batch: readonly Waiting<Row, Result>[],
): Promise<void> {
  try {
    const results = await options.write(batch.map(({ row }) => row));
    batch.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new Error('The commit gave no result for a row.'));
      else resolve(result);
    });
  } catch (error) {
    if (batch.length > 1 && options.isDataError(error))
      for (const one of batch) await writeBatch(options, [one]);
    else for (const { reject } of batch) reject(error);
  }
}
