// Whose requests are tried on a screen: those of an app's draft, or of a bot.
import { createContext, useContext } from 'react';

export interface TrialScene {
  /** Absent in a bot's flow, which may call any public host. */
  readonly appId?: string;
  /** Waits until the draft is saved: the server looks at its hosts and at what it calls secret. */
  settled?(): Promise<unknown>;
  declareHost?(host: string): void;
}

const TrialSceneContext = createContext<TrialScene>({});

export const TrialSceneProvider = TrialSceneContext.Provider;

export function useTrialScene(): TrialScene {
  return useContext(TrialSceneContext);
}
