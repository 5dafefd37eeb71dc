// What every section of the builder works with: the draft, what is wrong with it, and how it is changed.
import { createContext, useContext } from 'react';
import type { App } from '@bellwire/model/app.ts';
import type { Change } from '@bellwire/model/changes/change.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { Meeting } from '../draft/draft.ts';
import type { Saving } from '../ui/save-state.tsx';
import type { AppView } from './use-app-draft.ts';

export interface Builder {
  /** As the server last said it: state, published version, installs. */
  readonly view: AppView;
  /** The draft with every change in it, saved or on its way. */
  readonly app: App;
  readonly saving: Saving;
  /** Edits of here and of elsewhere that are of the same, until somebody has chosen. */
  readonly meeting: Meeting | undefined;
  /** Problems first, then warnings; their paths begin at the app. */
  readonly complaints: readonly Complaint[];
  /** False where the changes cannot be made; why is then said in a toast. */
  change(changes: readonly Change[]): boolean;
  /** Absent where there is nothing to take back or to make again. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** The revision with all changes in it; `undefined` where they could not be saved. */
  settled(): Promise<number | undefined>;
}

const BuilderContext = createContext<Builder | undefined>(undefined);

export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (builder === undefined) throw new Error('This part belongs inside of the builder of a mini-app.');
  return builder;
}
