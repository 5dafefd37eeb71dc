// What one kind of text that can be imported must say of itself; a kind is one file and one line in its list.
import type { App } from '@bellwire/model/app.ts';
import type { Json } from '@bellwire/model/json.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { Document } from './read-document.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly isChosen: boolean;
}

export interface Imported {
  readonly app: App;
  /** What could not be taken over, each in a sentence that says what to do instead. */
  readonly notes: readonly string[];
  readonly choices?: readonly Choice[];
}

export type Importing =
  | ({ readonly ok: true } & Imported)
  /** The paths lead into the document. */
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export interface ImportKind {
  /** What it is called where it is found: `mini-app 1.0`. */
  label(value: Json): string;
  recognises(value: Json): boolean;
  /** `choose`: ids of choices; undefined takes the first ones. */
  convert(document: Document, choose: readonly string[] | undefined): Importing;
  /** Whether it takes the place of a draft it is imported into; all others are added to it. */
  readonly replaces?: true;
}
