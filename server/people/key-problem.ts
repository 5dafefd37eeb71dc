// A key or token that is known but opens nothing any more: what it was tells whose story the refusal belongs in.
import { ProblemError, type ProblemCode } from '@bellwire/model/problem.ts';
import type { KeyCaller } from './caller.ts';

export class KeyProblem extends ProblemError {
  readonly key: Pick<KeyCaller, 'workspaceId' | 'installId' | 'name' | 'start'>;

  constructor(code: ProblemCode, key: KeyProblem['key'], says?: string) {
    super(code, says === undefined ? {} : { says });
    this.key = key;
  }
}
