// Which part of a section the address names, and the part itself.
import { useSearch } from '@tanstack/react-router';
import type { AppPart, PartOf } from '@bellwire/model/app.ts';
import { useBuilder } from './builder.ts';

/** `undefined` where the list is meant, or where there is no such part any more. */
export function usePart<Part extends AppPart>(part: Part): PartOf<Part> | undefined {
  const { app } = useBuilder();
  const name = useSearch({ from: '/mini-apps/$appId/$section' }).part;
  const entries: readonly PartOf<Part>[] = app[part];
  return entries.find((entry) => entry.name === name);
}
