// The one place where every table's row type is put together; each noun brings its own interface.
import type { Generated } from 'kysely';
import type { AppTables } from '../apps/tables.ts';
import type { BotTables } from '../bots/tables.ts';
import type { ConnectionTables } from '../connections/tables.ts';
import type { CaptureTables } from '../captures/tables.ts';
import type { ContactTables } from '../contacts/tables.ts';
import type { EventTables } from '../events/tables.ts';
import type { InstallTables } from '../installs/tables.ts';
import type { LaneTables } from '../lanes/tables.ts';
import type { LimitTables } from '../limits/tables.ts';
import type { MediaTables } from '../media/tables.ts';
import type { PeopleTables } from '../people/tables.ts';
import type { RetentionTables } from '../retention/tables.ts';
import type { RerunTables } from '../reruns/tables.ts';
import type { ScheduleTables } from '../schedules/tables.ts';
import type { ReceiptTables } from '../receipts/tables.ts';
import type { WebhookTables } from '../webhooks/tables.ts';

export interface Tables
  extends
    PeopleTables,
    AppTables,
    InstallTables,
    BotTables,
    ConnectionTables,
    ContactTables,
    EventTables,
    LaneTables,
    LimitTables,
    MediaTables,
    RetentionTables,
    RerunTables,
    ReceiptTables,
    CaptureTables,
    WebhookTables,
    ScheduleTables {
  schema_version: SchemaVersionTable;
}

/** One row for each migration file that has been applied. Written only by `migrate()`. */
interface SchemaVersionTable {
  number: number;
  name: string;
  /** SHA-256 of the file's text, so that a changed old file is noticed. */
  checksum: string;
  applied_at: Generated<string>;
  /** Of a migration that took something away: older code than this number must not run on it. */
  contract_after: number | null;
}
