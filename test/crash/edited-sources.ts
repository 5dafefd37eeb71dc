// Makes the sources of the server under test: the real ones, with the named points announced and, where asked for, a planted bug.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyEdit, type Edit } from './edit.ts';
import { points } from './points.ts';
import type { PlantedBug } from './planted/planted-bug.ts';

/** File addresses and what stands in them for the server under test. The hook reads it. */
export type EditedSources = Record<string, string>;

/** Writes to `file` what is to be read in place of the files under `root`; nothing of the product is touched. */
export async function writeEditedSources(
  file: string,
  { root, bug }: { root: string; bug: PlantedBug | undefined },
): Promise<void> {
  const texts = new Map<string, string>();
  const edit = async (each: Edit): Promise<void> => {
    const text = texts.get(each.file) ?? (await readFile(join(root, each.file), 'utf8'));
    texts.set(each.file, applyEdit(each, text));
  };
  for (const each of bug?.edits ?? []) await edit(each);
  for (const { edit: announcement } of points) {
    // A planted bug may have taken the place of a point away. Without one, each has to fit.
    await edit(announcement).catch((error: unknown) => {
      if (bug === undefined) throw error;
    });
  }
  const sources: EditedSources = Object.fromEntries(
    [...texts].map(([path, text]) => [pathToFileURL(join(root, path)).href, text]),
  );
  await writeFile(file, JSON.stringify(sources));
}
