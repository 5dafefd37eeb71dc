// Finds out what a text is, and makes an app of it; all that is wrong is told with its line and column.
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Imported, ImportKind } from './import-kind.ts';
import { importKinds } from './import-kinds.ts';
import { readDocument, type Document } from './read-document.ts';

interface Import extends Imported {
  readonly kind: ImportKind;
  readonly found: string;
  readonly document: Document;
}

/** @throws ProblemError `bad-input`, each complaint beginning with its place in the text. */
export function readImport(text: string, choose: readonly string[] | undefined): Import {
  const document = readDocument(text);
  if (!document.ok) throw refusal([{ path: [], says: document.says }], () => document.place);
  const kind = importKinds.find((known) => known.recognises(document.value));
  if (kind === undefined) throw refusal([{ path: [], says: WHAT_IS_KNOWN }], document.placeOf);
  const importing = kind.convert(document, choose);
  if (!importing.ok) throw refusal(importing.complaints, document.placeOf);
  return { ...importing, kind, document, found: kind.label(document.value) };
}

const WHAT_IS_KNOWN =
  'This is none of what can be imported: a definition of ours (its "format" is "bellwire.app/1"), an OpenAPI 3 document ("openapi" and "paths"), a mini-app 1.0 ("auth", "actions", "sources").';

/** More than anybody reads at once; the rest is told when these are mended. */
const MOST_COMPLAINTS = 50;

function refusal(complaints: readonly Complaint[], placeOf: Document['placeOf']): ProblemError {
  return new ProblemError('bad-input', {
    complaints: complaints.slice(0, MOST_COMPLAINTS).map(({ path, says }) => {
      const { line, column } = placeOf(path);
      return { path: ['text', ...path], says: `Line ${line}, column ${column}: ${says}` };
    }),
  });
}
