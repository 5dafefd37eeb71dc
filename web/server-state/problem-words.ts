// Puts the words of a problem where they belong: beside the field it is about, or above the form.
import { problems } from '@bellwire/model/problem.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import type { Problem } from '../ui/problem-note.tsx';

type Path = Complaint['path'];

/** A complaint as forms get it: what the check found, or the API answered. */
export type Told = Pick<Complaint, 'path' | 'says'> & { readonly level?: 'problem' | 'warning' };

/** Words of its own say the way out themselves; those of the table are followed by its help. */
export function problemWords(error: ProblemError): Problem {
  const { title, help } = problems[error.code];
  const { reference } = error.facts;
  const lines = [
    ...(error.message === title ? [help] : []),
    ...(typeof reference === 'string' ? [`Reference: ${reference}`] : []),
  ];
  return { says: error.message, ...(lines.length > 0 && { help: lines.join(' ') }) };
}

/**
 * The problem of one field, to be spread over it; nothing where there is none.
 *
 * @example <TextField label="E-mail" {...problemAt(signIn.error, 'email')} … />
 */
export function problemAt(error: ProblemError | null, ...path: Path): { problem?: Problem } {
  return complaintAt(error?.complaints ?? [], path);
}

/** The first complaint about this place or about something inside of it. */
export function complaintAt(complaints: readonly Told[], path: Path): { problem?: Problem } {
  const found = complaints.find((complaint) => startsWith(complaint.path, path));
  if (found === undefined) return {};
  return { problem: { says: found.says, ...(found.level === 'warning' && { level: found.level }) } };
}

/** What is wrong beyond the fields that show it themselves; `undefined` where all of it stands beside a field. */
export function problemElsewhere(
  error: ProblemError | null,
  shownBeside: readonly string[],
): Problem | undefined {
  if (error === null) return undefined;
  const others = error.complaints.filter(({ path }) => !shownBeside.includes(String(path[0])));
  if (others.length > 0) return { says: others.map((complaint) => complaint.says).join(' ') };
  return error.complaints.length > 0 ? undefined : problemWords(error);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((part, place) => path[place] === part);
}
