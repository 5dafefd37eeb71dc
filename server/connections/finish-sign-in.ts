// Finishes a sign-in at an app's service: only for who began it, in the same browser, for the same app, once.
import { AuthorizationResponseError, OperationProcessingError, validateAuthResponse } from 'oauth4webapi';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { App } from '@bellwire/model/app.ts';
import type { OAuth2 } from '@bellwire/model/auth.ts';
import { jsonSchema } from '@bellwire/model/name.ts';
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import { frozenApps } from '../apps/frozen-apps.ts';
import type { Context } from '../http/handler.ts';
import { makeInstall } from '../installs/install-app.ts';
import { getInstalled } from '../installs/install-view.ts';
import { keepConnection } from '../installs/reconnect.ts';
import { requirePerson } from '../people/caller.ts';
import { getListedVersion } from '../store/listed-app.ts';
import { readAppClient, redirectUrlOf } from './app-client.ts';
import { filled } from './authorize-address.ts';
import { signInPlace, stateHash, type SignInNotes } from './begin-sign-in.ts';
import { connectApp } from './connect-app.ts';
import type { ConnectionTables } from './tables.ts';

type Finished = OutputOf<'finishServiceSignIn'>;
type SignIn = Selectable<ConnectionTables['sign_in']>;

export async function finishSignIn(
  { appId, answer }: CheckedInputOf<'finishServiceSignIn'>,
  context: Context,
): Promise<Finished> {
  const parameters = new URLSearchParams(answer);
  const state = parameters.get('state') ?? '';
  const signIn = await takeSignIn(context, appId, state);
  const app = (await frozenApps(context.tenants.platform, [signIn.version_id])).get(signIn.version_id);
  if (app?.auth.is !== 'oauth2') throw new ProblemError('conflict');
  const client = await readAppClient(context.tenants.platform, appId, context.sealer);
  const notes = readNotes(context, signIn);
  const data = { auth: notes.values, client: { id: client.id } };
  const code = readCode(app, app.auth, { parameters, state, data });
  const oauth = { code, code_verifier: notes.verifier, redirect_uri: redirectUrlOf(context, appId) };
  const how = { app, values: notes.values, signIn: { oauth, client: { ...client } } };
  if (signIn.install_id !== null) {
    const install = await getInstalled(context, signIn.install_id);
    const granted = await connectApp(context.egress, { ...how, spared: 'the connection stays as it was' });
    const view = await keepConnection(context, install, { values: notes.values, granted });
    return { install: view, key: null };
  }
  const version = await getListedVersion(context, appId);
  if (version.id !== signIn.version_id)
    throw beginAgain(`A new version of ${app.label} has come out meanwhile.`);
  const granted = await connectApp(context.egress, { ...how, spared: 'nothing was installed' });
  const name = notes.name ?? undefined;
  return makeInstall(context, { version, name, values: notes.values, granted });
}

/** Taken away by being read: of two that come with one state, one gets it. */
async function takeSignIn(context: Context, appId: string, state: string): Promise<SignIn> {
  const { personId } = requirePerson(context.caller);
  const taken = await context.inWorkspace((tx) =>
    tx
      .deleteFrom('sign_in')
      .where('state_hash', '=', stateHash(state))
      .where('workspace_id', '=', context.workspaceId)
      .where('person_id', '=', personId)
      .where('session_hash', '=', context.session.hash)
      .where('app_id', '=', appId)
      .where('expires_at', '>', sql<string>`now()`)
      .returningAll()
      .executeTakeFirst(),
  );
  if (taken !== undefined) return taken;
  throw new ProblemError('gone', {
    says: 'This sign-in is not known here: it has been used, is older than 10 minutes, or was begun for another app, by another person or in another browser. Begin it again.',
  });
}

const notesSchema = z.object({
  verifier: z.string(),
  values: z.record(z.string(), jsonSchema),
  name: z.string().nullable(),
});

function readNotes({ sealer, workspaceId }: Context, { sealed, state_hash }: SignIn): SignInNotes {
  const opened = sealer.open(sealed, signInPlace(workspaceId, state_hash));
  if (opened.is === 'refused') throw beginAgain(opened.says);
  return notesSchema.parse(JSON.parse(opened.text));
}

interface Answered {
  readonly parameters: URLSearchParams;
  readonly state: string;
  readonly data: Parameters<typeof filled>[1];
}

/** @throws ProblemError `outside-failed` where the service refused, or it is not the service that answers. */
function readCode({ label }: App, { authorize }: OAuth2, answered: Answered): string {
  const { parameters, state, data } = answered;
  const declared = authorize.issuer === undefined ? undefined : filled(authorize.issuer, data);
  // Without a declared issuer there is none to compare: then the app's own redirect address tells services apart.
  const server = {
    issuer: declared ?? parameters.get('iss') ?? 'https://not-named.invalid',
    authorization_response_iss_parameter_supported: declared !== undefined,
  };
  try {
    const client = { client_id: filled(authorize.clientId, data) };
    const valid = validateAuthResponse(server, client, parameters, state);
    const [code, ...others] = valid.getAll('code');
    if (code !== undefined && others.length === 0) return code;
  } catch (error) {
    if (error instanceof AuthorizationResponseError)
      throw refused(label, `It answered ${error.error}${sayMore(error.error_description)}.`);
    if (error instanceof OperationProcessingError)
      throw refused(label, 'The answer is not one of the service that was asked.');
    throw error;
  }
  throw refused(label, 'The answer is not one of the service that was asked.');
}

function sayMore(description: string | undefined): string {
  return description === undefined ? '' : `: ${description.slice(0, 200)}`;
}

function refused(label: string, why: string): ProblemError {
  return new ProblemError('outside-failed', {
    says: `The sign-in at the service of ${label} did not succeed, so nothing was connected. ${why} Begin it again.`,
  });
}

function beginAgain(why: string): ProblemError {
  return new ProblemError('conflict', { says: `${why} Begin the sign-in again.` });
}
