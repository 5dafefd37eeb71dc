// Rows of what workspaces have chosen to keep for how long.

export interface RetentionTables {
  retention: {
    workspace_id: string;
    event_days: number | null;
    unheard_days: number | null;
    refused_days: number | null;
    message_days: number | null;
  };
}
