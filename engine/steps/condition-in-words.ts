// A condition on one line, as it was saved: for the card of a step.
import { conditionSchema } from '@bellwire/model/condition.ts';
import type { Json } from '@bellwire/model/json.ts';
import { asText } from '../language/as-text.ts';
import { findOperator } from '../language/operators.ts';

/** @example conditionInWords({ match: 'all', clauses: [{ field: 'user.status', operator: 'is', value: 'paid' }] }) // 'user.status is paid' */
export function conditionInWords(saved: Json | undefined): string {
  const parsed = conditionSchema.safeParse(saved);
  if (!parsed.success) return 'not filled in';
  const { match, clauses } = parsed.data;
  if (clauses.length === 0) return 'always';
  return clauses
    .map(({ field, operator, value }) => {
      const found = findOperator(operator);
      const words = [field, found?.label ?? operator];
      if (found?.asks !== 'nothing') words.push(asText(value));
      return words.join(' ');
    })
    .join(match === 'all' ? ' and ' : ' or ');
}
