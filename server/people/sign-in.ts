// Signs a person in, telling nobody by words or by time which accounts exist.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Handler } from '../http/handler.ts';
import { readMe } from './me.ts';
import { checkPassword, hashPassword } from './password.ts';
import type { RateLimit } from './rate-limit.ts';
import { takeOrRefuse } from './take-or-refuse.ts';

interface SignInLimits {
  /** Against guessing the password of one account from many places. */
  readonly byAccount: RateLimit;
  /** Against trying one password at many accounts. */
  readonly byAddress: RateLimit;
}

export function createSignIn({ byAccount, byAddress }: SignInLimits): Handler<'signIn'> {
  return async ({ email, password }, { tenants, operators, session, remoteAddress }) => {
    takeOrRefuse(byAddress, remoteAddress);
    takeOrRefuse(byAccount, email);
    const { platform } = tenants;
    const person = await platform
      .selectFrom('person')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirst();
    const check = await checkPassword(password, person?.password_hash);
    if (person === undefined || check === 'wrong') throw new ProblemError('wrong-credentials');
    if (check === 'right-but-old') {
      const passwordHash = await hashPassword(password);
      await platform
        .updateTable('person')
        .set({ password_hash: passwordHash })
        .where('id', '=', person.id)
        .execute();
    }
    await session.start(person.id);
    return readMe({ tenants, operators }, person.id);
  };
}
