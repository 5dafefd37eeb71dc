// All that a problem has to say, in one line: its own words, and the complaints that these do not hold already.
import type { ProblemError } from '@bellwire/model/problem.ts';

export function sayProblem({ message, complaints }: ProblemError): string {
  const more = complaints.filter(({ says }) => !message.includes(says));
  return [message, ...more.map(({ path, says }) => `${path.join('.')}: ${says}`.replace(/^: /, ''))].join(
    ' ',
  );
}
