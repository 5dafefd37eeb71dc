// A sleep that can be cut short; waking somebody who is awake makes the next sleep end at once, so that no waking is lost.

export interface Nap {
  sleep(ms: number): Promise<void>;
  wake(): void;
}

export function nap(): Nap {
  let isAwake = false;
  let wakeUp: () => void = () => undefined;
  return {
    sleep: async (ms) => {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isAwake = false;
    },
    wake: () => {
      isAwake = true;
      wakeUp();
    },
  };
}
