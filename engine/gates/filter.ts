// Gate: the subscription's filter holds for this event and contact.
import type { Json } from '@bellwire/model/json.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import { evaluateCondition } from '../language/condition.ts';
import { inWords, pass, stop, type Gate } from './gate.ts';

export const filter: Gate = {
  name: 'filter',
  label: 'The filter lets it in',
  mend: { label: 'See the filter', at: 'subscription' },
  decide: ({ listener, scope }) => {
    if (listener.filter === null || listener.filter.clauses.length === 0) return pass();
    const { holds, clauses } = evaluateCondition(listener.filter, scope);
    const facts = {
      match: listener.filter.match,
      clauses: clauses.map(({ field, operator, left, right, holds: clauseHolds }) => ({
        field,
        operator,
        left: left ?? null,
        right: right ?? null,
        holds: clauseHolds,
      })),
    };
    return holds ? pass(facts) : stop('filtered', facts);
  },
  says: ({ facts, verdict }) => {
    const clauses = Array.isArray(facts['clauses']) ? facts['clauses'] : [];
    if (clauses.length === 0) return 'There is no filter.';
    const telling =
      verdict === 'pass'
        ? clauses
        : clauses.filter((clause) => isJsonObject(clause) && clause['holds'] === false);
    return telling.map(sayClause).join(' ');
  },
};

function sayClause(clause: Json): string {
  if (!isJsonObject(clause)) return '';
  const { field, operator, left, right, holds } = clause;
  const wanted = right === null ? inWords(operator) : `${inWords(operator)} ${JSON.stringify(right)}`;
  const verdict = holds === true ? 'as wanted' : 'but wanted is';
  return `${inWords(field)} was ${JSON.stringify(left)}, ${verdict}: ${wanted}.`;
}
