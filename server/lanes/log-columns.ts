// The columns of the log, as the statements that write into it give them.
export const logColumns = {
  shard: 'int2',
  lane: 'uuid',
  workspace_id: 'uuid',
  id: 'uuid',
  kind: 'text',
  body: 'json',
  accepted_at: 'timestamptz',
} as const;
