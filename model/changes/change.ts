// An edit of a definition as plain data: what the editor sends, the API takes and the history keeps.
import { z } from 'zod';
import { appChangeSchemas, type AppChange } from './app-change.ts';
import { flowChangeSchemas, type FlowChange } from './flow-change.ts';

/**
 * A change of an app. A change of one of its flows' steps names the flow.
 *
 * @example { is: 'connect', flow: 'pay', from: 'ask', exit: 'paid', to: 'fire' }
 */
export const changeSchema = z.discriminatedUnion('is', [...appChangeSchemas, ...flowChangeSchemas]);

export type Change = AppChange | FlowChange;
/** A change as a person may write it: what has a default may be left out. */
export type ChangeInput = z.input<typeof changeSchema>;
