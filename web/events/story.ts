// What the API tells of an event, as the chapters of its story pass it on.
import type { OutputOf } from '@bellwire/model/operations/all.ts';

export type Story = OutputOf<'getEvent'>;
