// Makes an account with its first workspace.
import { ProblemError } from '@bellwire/model/problem.ts';
import { uuidV7 } from '../database/uuid.ts';
import type { Handler } from '../http/handler.ts';
import { insertWorkspace } from '../workspaces/insert-workspace.ts';
import { readMe } from './me.ts';
import { hashPassword, passwordProblem } from './password.ts';
import type { RateLimit } from './rate-limit.ts';
import { takeOrRefuse } from './take-or-refuse.ts';

/** Limited by address: each sign-up hashes a password, which is meant to be slow. */
export function createSignUp(byAddress: RateLimit): Handler<'signUp'> {
  return async ({ name, email, password, workspaceName }, { tenants, operators, session, remoteAddress }) => {
    takeOrRefuse(byAddress, remoteAddress);
    const says = passwordProblem(password);
    if (says !== undefined)
      throw new ProblemError('bad-input', { complaints: [{ path: ['password'], says }] });
    const person = { id: uuidV7(), name, email, password_hash: await hashPassword(password) };
    await tenants.platform.transaction().execute(async (tx) => {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('person')
        .values(person)
        .onConflict((conflict) => conflict.column('email').doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n) {
        throw new ProblemError('conflict', {
          says: 'There is already an account with this e-mail address. Sign in with it, or use another address.',
        });
      }
      await insertWorkspace(tx, workspaceName, person.id);
    });
    await session.start(person.id);
    return readMe({ tenants, operators }, person.id);
  };
}
