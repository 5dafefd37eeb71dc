// Sends a request that an app declares outside of its flows, as one of its installs: with its secrets, to its hosts, its connection renewed where it has to be.
import { fillRequest } from '@bellwire/engine/requests/fill-request.ts';
import { readAnswer } from '@bellwire/engine/requests/read-answer.ts';
import type { CallAnswer } from '@bellwire/model/effect.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { DefinitionStore } from './definition-store.ts';
import type { InstallDefinition } from './definitions.ts';
import type { SendCall } from './send-call.ts';

export interface InstallQuestion {
  readonly workspaceId: string;
  readonly installId: string;
  readonly request: OutgoingRequest;
  /** What `{{places}}` can name beside `auth`, `app` and `install`. */
  readonly data: JsonObject;
}

/** Once, without another try. The body of an answer is read as the request says; whatever goes wrong is a value. */
export type AskInstall = (question: InstallQuestion) => Promise<CallAnswer>;

export function askInstall({ store, send }: { store: DefinitionStore; send: SendCall }): AskInstall {
  return async ({ workspaceId, installId, request, data }) => {
    const install = (await store.of(workspaceId)).installs.get(installId);
    if (install?.live !== true) return failed('install-gone', 'The app is no longer installed.');
    const scope = { now: new Date().toISOString(), zone: 'UTC', locale: 'en', random: Math.random };
    const built = fillRequest(request, { ...scope, data: { ...dataOf(install), ...data } }, uuidV7());
    if (!built.ok) return failed('bad-request', built.says);
    const answer = await send({ installId, call: built.call });
    return answer.is === 'answer' ? { ...answer, body: readAnswer(request, answer.body) } : answer;
  };
}

function dataOf({ id, workspaceId, workspaceName, auth, held = {} }: InstallDefinition): JsonObject {
  return { auth, app: held, install: { id, workspace_id: workspaceId, workspace_name: workspaceName } };
}

function failed(reason: string, says: string): CallAnswer {
  return { is: 'failed', reason, says, ms: 0 };
}
