// What a draft needs of the outside: the server that keeps it, how edits come together, and where unsent ones survive.
import type { Applied } from '@bellwire/model/changes/change-kind.ts';
import type { Merged } from '@bellwire/model/merge/merge-definition.ts';
import type { Choose } from '@bellwire/model/merge/merge-three.ts';

/** The document as the server has it. */
export interface Saved<Document> {
  readonly document: Document;
  readonly revision: number;
}

/** Edits that are not confirmed yet: what they began with, and what they made of it. */
export interface Unsent<Document> {
  readonly base: Document;
  readonly document: Document;
}

export interface DraftDoor<Document, Made> {
  /** All changes or none; the same that the server does with them. */
  apply(document: Document, changes: readonly Made[]): Applied<Document, Made>;
  send(revision: number, changes: readonly Made[]): Promise<Saved<Document>>;
  load(): Promise<Saved<Document>>;
  /** Brings what was done here and what was done elsewhere together. */
  merge(base: Document, ours: Document, theirs: Document, choose?: Choose): Merged<Document>;
  between(from: Document, to: Document): Made[];
  /** Told when somebody else's edit came first, and what was done here was made on top of it. */
  onMerged(): void;
  /** Keeps them where a reload finds them; undefined once all is confirmed. */
  keep(unsent: Unsent<Document> | undefined): void;
}
