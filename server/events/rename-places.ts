// A complaint names the place as it was sent, where that was another shape than the lanes know.
import { ProblemError } from '@bellwire/model/problem.ts';

/** @param names From the lanes' name of a first place to what was sent; null where its parts were sent without it. */
export function renamePlaces(
  problem: ProblemError,
  names: Readonly<Partial<Record<string | number, string | null>>>,
): ProblemError {
  const complaints = problem.complaints.map(({ path: [first = '', ...rest], ...complaint }) => {
    const name = names[first];
    return { ...complaint, path: name === null ? rest : [name ?? first, ...rest] };
  });
  const { code, message, facts, retryAfterSeconds } = problem;
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return new ProblemError(code, { says: message, complaints, facts, ...wait });
}
