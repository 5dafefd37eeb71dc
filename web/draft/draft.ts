// A definition while it is edited: changes hold here at once, go to the server in order, and can be taken back.
import type { Applied } from '@bellwire/model/changes/change-kind.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Saving } from '../ui/save-state.tsx';

/** The document as the server has it. */
export interface Saved<Document> {
  readonly document: Document;
  readonly revision: number;
}

export interface DraftDoor<Document, Made> {
  /** All changes or none; the same that the server does with them. */
  apply(document: Document, changes: readonly Made[]): Applied<Document, Made>;
  send(revision: number, changes: readonly Made[]): Promise<Saved<Document>>;
  load(): Promise<Saved<Document>>;
  /** Told where somebody else's edit came first: `complaint` is why the changes made here could not be made on top of it. */
  onStale(complaint: Complaint | undefined): void;
}

export interface DraftState<Document> {
  readonly document: Document;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The API takes at most so many changes at once. */
const MOST_CHANGES = 200;

/**
 * @example
 * const draft = new Draft(saved, { apply, send, load, onStale });
 * draft.change([{ is: 'remove-part', part: 'fields', name: 'amount' }]);
 */
export class Draft<Document, Made> {
  readonly #door: DraftDoor<Document, Made>;
  readonly #listeners = new Set<() => void>();
  #document: Document;
  #revision: number;
  #unsent: readonly Made[] = [];
  #sending: Promise<void> | undefined;
  #failed: string | undefined;
  #past: readonly (readonly Made[])[] = [];
  #future: readonly (readonly Made[])[] = [];
  #state: DraftState<Document>;

  constructor(first: Saved<Document>, door: DraftDoor<Document, Made>) {
    this.#door = door;
    this.#document = first.document;
    this.#revision = first.revision;
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
  see({ document, revision }: Saved<Document>): void {
    if (revision <= this.#revision || this.#unsent.length > 0 || this.#sending !== undefined) return;
    this.#takeOver(document, revision);
    this.#tell();
  }

  /** @returns the revision that holds all that was done here; `undefined` where it could not be saved. */
  async settled(): Promise<number | undefined> {
    await this.#sending;
    return this.#unsent.length === 0 ? this.#revision : undefined;
  }

  #make(changes: readonly Made[]): Applied<Document, Made> {
    const applied = this.#door.apply(this.#document, changes);
    if (!applied.ok) return applied;
    this.#document = applied.value;
    this.#unsent = [...this.#unsent, ...changes];
    return applied;
  }

  #flush(): void {
    this.#failed = undefined;
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
        const saved = await this.#door.send(this.#revision, batch);
        this.#revision = saved.revision;
        this.#unsent = this.#unsent.slice(batch.length);
      } catch (error) {
        if (!(await this.#recover(error))) return;
      }
    }
  }

  /** From a refused and from a stale change the newest state leads on; what else failed waits for another try. */
  async #recover(error: unknown): Promise<boolean> {
    try {
      if (!(error instanceof ProblemError) || !leadsToNewest.has(error.code)) throw error;
      this.#rebase(await this.#door.load());
      return true;
    } catch (lost) {
      this.#failed = `Not saved: ${lost instanceof Error ? lost.message : String(lost)}`;
      return false;
    }
  }

  #rebase(newest: Saved<Document>): void {
    const again = this.#door.apply(newest.document, this.#unsent);
    this.#takeOver(again.ok ? again.value : newest.document, newest.revision);
    if (!again.ok) this.#unsent = [];
    this.#door.onStale(again.ok ? undefined : again.complaint);
    this.#tell();
  }

  /** What led back from the state before leads nowhere from this one. */
  #takeOver(document: Document, revision: number): void {
    this.#document = document;
    this.#revision = revision;
    this.#past = [];
    this.#future = [];
  }

  #tell(): void {
    this.#state = this.#stateNow();
    for (const listener of this.#listeners) listener();
  }

  #stateNow(): DraftState<Document> {
    return {
      document: this.#document,
      saving: this.#saving(),
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
    };
  }

  #saving(): Saving {
    if (this.#failed !== undefined) return { is: 'failed', says: this.#failed, onRetry: () => this.#flush() };
    return { is: this.#unsent.length > 0 || this.#sending !== undefined ? 'saving' : 'saved' };
  }
}

const leadsToNewest: ReadonlySet<string> = new Set(['stale-edit', 'bad-input']);
