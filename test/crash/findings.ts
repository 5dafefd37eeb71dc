// What the checker found: each kind of fault with its count, and a few examples in words.

const kinds = ['lost', 'duplicated', 'reordered', 'overlapped', 'early', 'unsettled', 'refused'] as const;
export type FindingKind = (typeof kinds)[number];

const MOST_EXAMPLES = 5;

export class Findings {
  readonly #counts = new Map<FindingKind, number>();
  readonly #examples = new Map<FindingKind, string[]>();

  add(kind: FindingKind, says: string, count = 1): void {
    if (count <= 0) return;
    this.#counts.set(kind, this.count(kind) + count);
    const examples = this.#examples.get(kind) ?? [];
    if (examples.length < MOST_EXAMPLES) this.#examples.set(kind, [...examples, says]);
  }

  count(kind: FindingKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** Of each kind, also where there is none. */
  counts(): Record<FindingKind, number> {
    return {
      lost: this.count('lost'),
      duplicated: this.count('duplicated'),
      reordered: this.count('reordered'),
      overlapped: this.count('overlapped'),
      early: this.count('early'),
      unsettled: this.count('unsettled'),
      refused: this.count('refused'),
    };
  }

  isClean(): boolean {
    return this.#counts.size === 0;
  }

  /** One line a finding, for people. */
  inWords(): string[] {
    return kinds.flatMap((kind) =>
      (this.#examples.get(kind) ?? []).map((says) => `${kind} (${this.count(kind)}): ${says}`),
    );
  }
}
