// Lets a caller wait until an arrival has been worked off and committed, here or in another process.
export interface Done {
  /** True when it was done in time, false when the time was over first. Ask before the arrival is put in. */
  wait(arrivalId: string, timeoutMs: number): Promise<boolean>;
  tell(arrivalIds: readonly string[]): void;
}

export function done(): Done {
  const waiting = new Map<string, () => void>();
  return {
    wait: (id, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          resolve(false);
        }, timeoutMs);
        waiting.set(id, () => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(true);
        });
      }),
    tell: (ids) => {
      if (waiting.size > 0) for (const id of ids) waiting.get(id)?.();
    },
  };
}
