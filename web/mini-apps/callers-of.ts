// What sets a flow of an app going: its actions, one-time URLs, webhooks and schedules.
import type { App } from '@bellwire/model/app.ts';

export interface FlowCaller {
  readonly part: 'actions' | 'oneTimeUrls' | 'webhooks' | 'schedules';
  readonly name: string;
  readonly label: string;
}

const parts = ['actions', 'oneTimeUrls', 'webhooks', 'schedules'] as const;

export function callersOf(app: App, flow: string): FlowCaller[] {
  return parts.flatMap((part) =>
    app[part]
      .filter((entry) => entry.flow === flow)
      .map(({ name, label }): FlowCaller => ({ part, name, label })),
  );
}
