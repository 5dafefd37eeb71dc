// Where react-query keeps an operation's answer: workspaces never share one.
import type { InputOf, OperationName } from '@bellwire/model/operations/all.ts';

/** Without an input: the beginning of the keys of all answers of that operation. */
export function operationKey<Name extends OperationName>(
  workspaceId: string | undefined,
  name: Name,
  input?: InputOf<Name>,
): readonly unknown[] {
  const start = [workspaceId ?? 'first', name] as const;
  return input === undefined ? start : [...start, input];
}
