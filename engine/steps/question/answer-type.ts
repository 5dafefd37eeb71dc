// What an answer type of the step "Question" is: one file each, one line in the list.
import type { Json } from '@bellwire/model/json.ts';

/** What a reader may know beside the text itself. */
export interface Asked {
  readonly choices: readonly string[];
  /** BCP 47 tag: in which order a date is written. */
  readonly locale: string;
}

export interface AnswerType {
  /** The machine name, kept for ever: flows hold it. */
  readonly name: string;
  readonly label: string;
  /** What the contact is asked for when the answer does not fit and the flow has no words of its own. */
  readonly expects: string;
  /** The value, or undefined when the text is no such answer. */
  read(text: string, asked: Asked): Json | undefined;
  readonly examples: readonly {
    readonly text: string;
    readonly asked?: Partial<Asked>;
    readonly gives: Json | undefined;
  }[];
}
