// One thing that has to be so at the end of a demo, in words that tell what it was.
export interface Check {
  readonly holds: boolean;
  readonly says: string;
}
