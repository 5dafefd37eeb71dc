// Large bodies are taken one in each turn of the event loop: what else the process does gets its turn between any two of them.
//
// Sixteen batches that came at once would hold the loop for some 15 ms, and each of the lanes' steps would wait for so long.

/** @returns a function whose promise resolves when it is the caller's turn. */
export function loopTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
