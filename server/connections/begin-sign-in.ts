// Begins a sign-in at an app's service: what it is for is kept until the browser comes back.
import { createHash } from 'node:crypto';
import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi';
import { sql } from 'kysely';
import type { App } from '@bellwire/model/app.ts';
import { authInputs } from '@bellwire/model/auth.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { CheckedInputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Context } from '../http/handler.ts';
import { readConsented } from '../installs/install-app.ts';
import { getInstalled } from '../installs/install-view.ts';
import { readAuth } from '../installs/reconnect.ts';
import { requirePerson } from '../people/caller.ts';
import type { SealedPlace } from '../secrets/sealed.ts';
import { getListedVersion } from '../store/listed-app.ts';
import { readAppClient, redirectUrlOf } from './app-client.ts';
import { authorizeAddress } from './authorize-address.ts';

const MINUTES = 10;

/** What is sealed with a sign-in until it is finished. */
export interface SignInNotes {
  readonly verifier: string;
  /** The auth inputs; they may hold secrets. */
  readonly values: JsonObject;
  readonly name: string | null;
}

type Begin = CheckedInputOf<'beginServiceSignIn'>;

export async function beginSignIn(begin: Begin, context: Context): Promise<OutputOf<'beginServiceSignIn'>> {
  const { personId } = requirePerson(context.caller);
  const { versionId, app, values } = await readTarget(begin, context);
  if (app.auth.is !== 'oauth2')
    throw new ProblemError('conflict', { says: `${app.label} is not connected by a sign-in.` });
  const [state, verifier] = [generateRandomState(), generateRandomCodeVerifier()];
  const client = await readAppClient(context.tenants.platform, begin.appId, context.sealer);
  const address = await authorizeAddress({
    app,
    auth: app.auth,
    data: { auth: withoutSecrets(app, values), client: { id: client.id } },
    redirectUrl: redirectUrlOf(context, begin.appId),
    state,
    verifier,
  });
  const { workspaceId, session, sealer } = context;
  const notes: SignInNotes = { verifier, values, name: begin.name ?? null };
  const hash = stateHash(state);
  await context.inWorkspace(async (tx) => {
    await tx
      .deleteFrom('sign_in')
      .where('expires_at', '<', sql<string>`now()`)
      .execute();
    await tx
      .insertInto('sign_in')
      .values({
        state_hash: hash,
        workspace_id: workspaceId,
        person_id: personId,
        session_hash: session.hash,
        app_id: begin.appId,
        version_id: versionId,
        install_id: begin.installId ?? null,
        sealed: sealer.seal(JSON.stringify(notes), signInPlace(workspaceId, hash)),
        expires_at: sql<string>`now() + make_interval(mins => ${MINUTES})`,
      })
      .execute();
  });
  return { address };
}

/** The version that is installed, or the one that will be, and the inputs for it. */
async function readTarget({ appId, installId, auth, consent }: Begin, context: Context) {
  if (installId === undefined) {
    const { id, definition } = await getListedVersion(context, appId);
    return { versionId: id, app: definition, values: readConsented(definition, auth, consent) };
  }
  const install = await getInstalled(context, installId);
  if (install.app_id !== appId)
    throw new ProblemError('conflict', { says: `${install.name} is an install of another app.` });
  const values = readAuth(install, auth, context.sealer);
  return { versionId: install.version_id, app: install.app, values };
}

function withoutSecrets({ auth }: App, values: JsonObject): JsonObject {
  const open = authInputs(auth).filter((input) => input.secret !== true);
  return Object.fromEntries(open.map(({ name }) => [name, values[name] ?? null]));
}

export function stateHash(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

export function signInPlace(workspaceId: string, hash: Buffer): SealedPlace {
  return { workspaceId, recordId: `sign-in:${hash.toString('hex')}` };
}
