// The one place where every table's row type is put together; each noun brings its own interface.
import type { Generated } from 'kysely';

export interface Tables {
  schema_version: SchemaVersionTable;
}

/** One row for each migration file that has been applied. Written only by `migrate()`. */
interface SchemaVersionTable {
  number: number;
  name: string;
  /** SHA-256 of the file's text, so that a changed old file is noticed. */
  checksum: string;
  applied_at: Generated<string>;
}
