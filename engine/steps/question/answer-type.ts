// What an answer type of the step "Question" is: one file each, one line in the list.
import type { AnswerHint } from '@bellwire/model/content/answer-hint.ts';
import type { AnswerFile } from '@bellwire/model/step-type.ts';
import type { Json } from '@bellwire/model/json.ts';

/** What a reader may know beside the text itself. */
export interface Asked {
  readonly choices: readonly string[];
  /** BCP 47 tag: in which order a date is written. */
  readonly locale: string;
  /** IANA zone in which a time is meant that names none. */
  readonly zone: string;
  /** What came instead of words. */
  readonly file?: AnswerFile | undefined;
}

export interface AnswerType {
  /** The machine name, kept for ever: flows hold it. */
  readonly name: string;
  readonly label: string;
  /** What the contact is asked for when the answer does not fit and the flow has no words of its own. */
  readonly expects: string;
  /** The value, or undefined when the text is no such answer. */
  read(text: string, asked: Asked): Json | undefined;
  /** For a type that can be too small or too large. */
  readonly range?: AnswerRange;
  /** What the chat may offer beside free text. */
  hint?(asked: Asked & Limits): AnswerHint | undefined;
  readonly examples: readonly {
    readonly text: string;
    readonly asked?: Partial<Asked>;
    readonly gives: Json | undefined;
  }[];
}

/** As the builder of the flow wrote them, places filled; empty for none. */
export interface Limits {
  readonly least: string;
  readonly most: string;
}

export interface AnswerRange {
  /** What of an answer is compared: numbers with numbers, dates with dates. */
  measure(value: Json): Measure | undefined;
  /** The same of a limit; undefined where it is none. */
  limit(text: string, asked: Asked): Measure | undefined;
  /** What is counted: "characters". Empty for the answer itself. */
  readonly unit: string;
}

export type Measure = number | string;
