// Makes an app of what an importer has planned: a flow of requests for each action, and the hosts they call.
import { appSchema, APP_FORMAT, type App, type AppInput } from '@bellwire/model/app.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import { literalHost } from '@bellwire/model/declared-host.ts';
import { jsonObject } from '@bellwire/model/json.ts';
import { readBy } from '@bellwire/model/reading.ts';
import type { Importing } from './import-kind.ts';
import type { PlannedAction, PlannedField, PlannedRequest } from './plan.ts';

interface Plan {
  readonly head: Pick<AppInput, 'name' | 'label'> & Partial<AppInput>;
  readonly fields: readonly PlannedField[];
  readonly actions: readonly PlannedAction[];
  readonly notes: readonly string[];
}

/** What comes out is read by the schema: where the source had something too long for it, the complaint says so. */
export function writeApp({ head, fields, actions, notes }: Plan): Importing {
  const urls = actions.flatMap(({ requests }) => requests.map(({ request }) => request.url));
  const hosts = [...(head.hosts ?? []), ...urls.flatMap((url) => literalHost(url) ?? [])];
  const app = readBy(appSchema, {
    format: APP_FORMAT,
    ...head,
    hosts: [...new Set(hosts)],
    fields: [...fields],
    actions: actions.map(({ requests: _requests, ...action }) => ({ ...action, flow: action.name })),
    flows: actions.map(flowOf),
  });
  return app.ok ? { ok: true, app: app.value, notes: [...notes, ...hostNotes(urls, app.value)] } : app;
}

function hostNotes(urls: readonly string[], { hosts }: App): string[] {
  return hosts.length === 0 && urls.length > 0
    ? ['The host of the requests is not known before they are sent. Declare it under Settings, Hosts.']
    : [];
}

function flowOf({ name, label, requests }: PlannedAction) {
  const steps = requests.map((request, index) => stepOf(request, index, index + 1 < requests.length));
  return { name, label, start: steps[0]?.id ?? null, steps };
}

function stepOf({ label, request, mappings }: PlannedRequest, index: number, leadsOn: boolean): FlowStep {
  return {
    id: `request_${index + 1}`,
    type: 'external-request',
    label: label.slice(0, 120),
    settings: {
      ...jsonObject(request),
      mappings: mappings.map(({ path, field }) => ({ path, field: `app.${field}` })),
    },
    exits: leadsOn ? { next: `request_${index + 2}` } : {},
  };
}
