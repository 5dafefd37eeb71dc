// What is wrong with a request before it is ever sent: told beside its fields, wherever it stands.
import { jsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { readSettings } from '@bellwire/model/settings/kinds.ts';
import { jsonPathFault } from '../language/json-path.ts';
import { jsonTextProblem } from '../language/json-text.ts';
import type { RequestValues } from './build-call.ts';

type Checked = Pick<RequestValues, 'method' | 'body' | 'json' | 'answerPath'>;

/** Of a request outside of a flow: a step's own settings are read by its type. Paths begin at the request. */
export function checkDeclaredRequest(request: OutgoingRequest): Complaint[] {
  const read = readSettings(requestFields, jsonObject(request));
  return read.ok ? checkRequest(read.value) : [...read.complaints];
}

/** What reading the settings cannot see. */
export function checkRequest({ method, body, json, answerPath }: Checked): Complaint[] {
  const complaints: Complaint[] = [];
  if ((method === 'GET' || method === 'HEAD') && body !== 'none')
    complaints.push({ path: ['body'], says: `A ${method} request has no body. Choose POST, or no body.` });
  const wrong = body === 'json' && json !== undefined ? jsonTextProblem(json) : undefined;
  if (wrong !== undefined) complaints.push({ path: ['json'], says: `The JSON ${wrong}.` });
  const pathFault = answerPath ? jsonPathFault(answerPath) : undefined;
  if (pathFault !== undefined) complaints.push({ path: ['answerPath'], says: pathFault });
  return complaints;
}
