// Which code this process runs, as the others on the same database are told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Code {
  /** Of the release: `0.1.0`. */
  readonly version: string;
  /** The newest migration it knows: what was there by then must not be taken away while it runs. */
  readonly schema: number;
}

const packageFile = z.object({ version: z.string() });

export function codeWith(schema: number): Code {
  const { version } = packageFile.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')),
  );
  return { version, schema };
}
