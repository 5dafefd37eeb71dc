// Lets only operators of the server go on: people whose e-mail address its settings name.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Context } from '../http/handler.ts';
import { requirePerson } from '../people/caller.ts';

/** @throws ProblemError `forbidden` */
export async function requireOperator({ caller, tenants, operators }: Context): Promise<void> {
  const { personId } = requirePerson(caller);
  const person = await tenants.platform
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirst();
  if (person !== undefined && operators.includes(person.email)) return;
  throw new ProblemError('forbidden', {
    says: 'Only an operator of this server may do this. Whoever runs it names them in BELLWIRE_OPERATORS.',
  });
}
