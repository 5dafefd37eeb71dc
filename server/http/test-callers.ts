// For tests: people with a session, installs and keys, written as rows, because a password's hash takes its time.
import { emptyApp } from '@bellwire/model/app.ts';
import type { Role } from '@bellwire/model/operation.ts';
import type { InstallScope, KeyScope } from '@bellwire/model/scope.ts';
import type { Tenants } from '../database/tenant.ts';
import { uuidV7 } from '../database/uuid.ts';
import { createSessions } from '../people/sessions.ts';
import { createToken } from '../people/token.ts';

type Platform = Pick<Tenants, 'platform'>;

export interface TestPerson {
  readonly personId: string;
  readonly email: string;
  readonly cookie: string;
}

export async function addPerson({ platform }: Platform, name: string): Promise<TestPerson> {
  const id = uuidV7();
  const email = `${name.toLowerCase()}-${id}@example.com`;
  await platform.insertInto('person').values({ id, name, email, password_hash: 'none' }).execute();
  return { personId: id, email, cookie: `bellwire=${await createSessions({ platform }).open(id)}` };
}

export async function addWorkspace({ platform }: Platform, name: string): Promise<string> {
  const id = uuidV7();
  await platform.insertInto('workspace').values({ id, name }).execute();
  return id;
}

/** A new person who is a member of the workspace. */
export async function addMember(database: Platform, workspaceId: string, role: Role): Promise<TestPerson> {
  const person = await addPerson(database, role);
  const row = { workspace_id: workspaceId, person_id: person.personId, role };
  await database.platform.insertInto('member').values(row).execute();
  return person;
}

interface KeyOptions {
  readonly scopes: readonly KeyScope[];
  readonly installId?: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

export async function addKey(
  { platform }: Platform,
  workspaceId: string,
  { scopes, installId, expiresAt, revokedAt }: KeyOptions,
): Promise<{ keyId: string; token: string }> {
  const { token, hash, start } = createToken('key');
  const keyId = uuidV7();
  await platform
    .insertInto('api_key')
    .values({
      id: keyId,
      workspace_id: workspaceId,
      install_id: installId ?? null,
      name: 'a key',
      scopes: [...scopes],
      token_hash: hash,
      start,
      expires_at: expiresAt ?? null,
      revoked_at: revokedAt ?? null,
    })
    .execute();
  return { keyId, token };
}

/** An install of a new, empty app, with a key of its own. */
export async function addInstall(
  { platform }: Platform,
  workspaceId: string,
  scopes: readonly InstallScope[],
): Promise<{ installId: string; token: string }> {
  const [appId, versionId, installId] = [uuidV7(), uuidV7(), uuidV7()];
  const name = `app-${appId}`;
  const definition = JSON.stringify(emptyApp(name, 'An app'));
  await platform
    .insertInto('app')
    .values({ id: appId, workspace_id: workspaceId, name, draft: definition })
    .execute();
  await platform
    .insertInto('app_version')
    .values({ id: versionId, workspace_id: workspaceId, app_id: appId, number: 1, definition })
    .execute();
  await platform
    .insertInto('install')
    .values({
      id: installId,
      workspace_id: workspaceId,
      app_id: appId,
      version_id: versionId,
      name,
      scopes: [...scopes],
      auth: '{}',
      secrets: '{}',
    })
    .execute();
  const { token } = await addKey({ platform }, workspaceId, { scopes, installId });
  return { installId, token };
}
