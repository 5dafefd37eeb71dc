// A definition while it is edited: changes hold here at once, go to the server in order, and can be taken back.
import type { Applied } from '@bellwire/model/changes/change-kind.ts';
import type { Conflict, Side } from '@bellwire/model/merge/merge-three.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Saving } from '../ui/save-state.tsx';
import type { DraftDoor, Saved, Unsent } from './draft-door.ts';

export interface DraftState<Document> {
  readonly document: Document;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Both sides changed the same: nothing is sent until somebody has chosen. */
  readonly meeting: Meeting | undefined;
}

export interface Meeting {
  readonly conflicts: readonly Conflict[];
  /** One side for each of the conflicts, in their order. */
  settle(sides: readonly Side[]): void;
}

/** The API takes at most so many changes at once. */
const MOST_CHANGES = 200;
/** Until the next try, while the server cannot be reached; the last one from then on. */
const PAUSES_MS = [1_000, 2_000, 5_000, 15_000];

/**
 * @example
 * const draft = new Draft(saved, door);
 * draft.change([{ is: 'remove-part', part: 'fields', name: 'amount' }]);
 */
export class Draft<Document, Made> {
  readonly #door: DraftDoor<Document, Made>;
  readonly #listeners = new Set<() => void>();
  /** As the server last said it. */
  #base: Saved<Document>;
  #document: Document;
  #unsent: readonly Made[] = [];
  #sending: Promise<void> | undefined;
  #failed: string | undefined;
  #tries = 0;
  #nextTry: ReturnType<typeof setTimeout> | undefined;
  #met:
    | {
        readonly unsent: Unsent<Document>;
        readonly newest: Saved<Document>;
        readonly conflicts: readonly Conflict[];
      }
    | undefined;
  #past: readonly (readonly Made[])[] = [];
  #future: readonly (readonly Made[])[] = [];
  #state: DraftState<Document>;

  constructor(first: Saved<Document>, door: DraftDoor<Document, Made>) {
    this.#door = door;
    this.#base = first;
    this.#document = first.document;
    this.#state = this.#stateNow();
  }

  readonly state = (): DraftState<Document> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns why the changes cannot be made; then nothing has changed. */
  change(changes: readonly Made[]): Complaint | undefined {
    const made = this.#make(changes);
    if (!made.ok) return made.complaint;
    this.#past = [...this.#past, made.inverse];
    this.#future = [];
    this.#flush();
    return undefined;
  }

  undo(): void {
    const back = this.#past.at(-1);
    const made = back === undefined ? undefined : this.#make(back);
    if (made?.ok !== true) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, made.inverse];
    this.#flush();
  }

  redo(): void {
    const again = this.#future.at(-1);
    const made = again === undefined ? undefined : this.#make(again);
    if (made?.ok !== true) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, made.inverse];
    this.#flush();
  }

  /** A newer state that was seen elsewhere is taken over, unless something of here is still on its way. */
  see(saved: Saved<Document>): void {
    if (saved.revision <= this.#base.revision || !this.#isIdle()) return;
    this.#takeOver(saved, saved.document);
    this.#tell();
  }

  /** Edits that an earlier visit could not send are made again, on what has become of the document since. */
  restore(unsent: Unsent<Document>): void {
    if (!this.#isIdle()) return;
    if (this.#meet(unsent, this.#base) && this.#unsent.length > 0) this.#flush();
    this.#tell();
  }

  /** Once nobody looks on any more: what is on its way still arrives, what failed waits for the next visit. */
  rest(): void {
    clearTimeout(this.#nextTry);
  }

  /** @returns the revision that holds all that was done here; `undefined` where it could not be saved. */
  async settled(): Promise<number | undefined> {
    await this.#sending;
    return this.#unsent.length === 0 ? this.#base.revision : undefined;
  }

  #isIdle(): boolean {
    return this.#unsent.length === 0 && this.#sending === undefined && this.#met === undefined;
  }

  #make(changes: readonly Made[]): Applied<Document, Made> {
    const applied = this.#door.apply(this.#document, changes);
    if (!applied.ok) return applied;
    this.#document = applied.value;
    this.#unsent = [...this.#unsent, ...changes];
    return applied;
  }

  #flush(): void {
    clearTimeout(this.#nextTry);
    this.#failed = undefined;
    if (this.#met === undefined)
      this.#sending ??= this.#sendAll().finally(() => {
        this.#sending = undefined;
        this.#tell();
      });
    this.#tell();
  }

  /** One request at a time: what is done meanwhile goes with the next one. */
  async #sendAll(): Promise<void> {
    while (this.#unsent.length > 0) {
      const batch = this.#unsent.slice(0, MOST_CHANGES);
      try {
        this.#base = await this.#door.send(this.#base.revision, batch);
        this.#unsent = this.#unsent.slice(batch.length);
        this.#tries = 0;
      } catch (error) {
        if (!(await this.#recover(error))) return;
      }
    }
  }

  /** From a stale change the newest state leads on; what else failed waits for another try. */
  async #recover(error: unknown): Promise<boolean> {
    try {
      if (!(error instanceof ProblemError) || !leadsToNewest.has(error.code)) throw error;
      const newest = await this.#door.load();
      // Refused on the very state it was made on: no newer one will lead on.
      if (newest.revision === this.#base.revision) throw error;
      const unsent = { base: this.#base.document, document: this.#document };
      const isMet = this.#meet(unsent, newest);
      this.#tell();
      return isMet;
    } catch (lost) {
      this.#fail(lost);
      return false;
    }
  }

  #fail(error: unknown): void {
    this.#failed = `Not saved: ${error instanceof Error ? error.message : String(error)}`;
    // A refusal stays one; a server that is away comes back.
    if (error instanceof ProblemError && leadsToNewest.has(error.code)) return;
    const pause = PAUSES_MS[Math.min(this.#tries, PAUSES_MS.length - 1)];
    this.#tries += 1;
    this.#nextTry = setTimeout(() => this.#flush(), pause);
  }

  /** @returns false where both sides changed the same: then it is shown, and waits for a choice. */
  #meet(unsent: Unsent<Document>, newest: Saved<Document>, sides?: readonly Side[]): boolean {
    const left = [...(sides ?? [])];
    const choose = sides === undefined ? undefined : () => left.shift() ?? 'theirs';
    const { document, conflicts } = this.#door.merge(unsent.base, unsent.document, newest.document, choose);
    if (sides === undefined && conflicts.length > 0) {
      this.#met = { unsent, newest, conflicts };
      return false;
    }
    const unlike = this.#door.between(newest.document, document);
    this.#met = undefined;
    this.#takeOver(newest, document);
    this.#unsent = unlike;
    if (unlike.length > 0 && sides === undefined) this.#door.onMerged();
    return true;
  }

  #settle(sides: readonly Side[]): void {
    const met = this.#met;
    if (met === undefined) return;
    this.#meet(met.unsent, met.newest, sides);
    this.#flush();
  }

  /** What led back from the state before leads nowhere from this one. */
  #takeOver(saved: Saved<Document>, document: Document): void {
    this.#base = saved;
    this.#document = document;
    this.#past = [];
    this.#future = [];
  }

  #tell(): void {
    this.#state = this.#stateNow();
    this.#door.keep(this.#unkept());
    for (const listener of this.#listeners) listener();
  }

  #unkept(): Unsent<Document> | undefined {
    if (this.#met !== undefined) return this.#met.unsent;
    return this.#unsent.length === 0 ? undefined : { base: this.#base.document, document: this.#document };
  }

  #stateNow(): DraftState<Document> {
    const conflicts = this.#met?.conflicts;
    return {
      document: this.#document,
      saving: this.#saving(),
      meeting: conflicts && { conflicts, settle: (sides) => this.#settle(sides) },
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
  }

  #saving(): Saving {
    if (this.#failed !== undefined) return { is: 'failed', says: this.#failed, onRetry: () => this.#flush() };
    return { is: this.#isIdle() ? 'saved' : 'saving' };
  }
}

const leadsToNewest: ReadonlySet<string> = new Set(['stale-edit', 'bad-input']);
