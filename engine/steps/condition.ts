// Step: go one of several ways, the first whose condition holds.
import { stepType } from '@bellwire/model/step-type.ts';
import { checkCondition, evaluateCondition, type ClauseFacts, type Decision } from '../language/condition.ts';
import { findOperator } from '../language/operators.ts';
import { quote } from '../language/value.ts';
import { languageScope } from '../scope.ts';
import { brief, savedEntries, savedText } from './saved.ts';
import { conditionInWords } from './condition-in-words.ts';

export const condition = stepType({
  name: 'condition',
  label: 'Condition',
  about: 'Goes the first way whose condition holds, or otherwise the last.',
  icon: 'git-branch',
  group: 'logic',
  sides: ['bot', 'app'],
  settings: {
    branches: {
      kind: 'list',
      label: 'Ways',
      itemLabel: 'way',
      required: true,
      max: 20,
      item: {
        label: { kind: 'text', label: 'Name', template: false, default: '', maxLength: 60 },
        condition: { kind: 'condition', label: 'If', required: true },
      },
    },
  },
  exits: [],
  moreExits: (saved) => [
    ...savedEntries(saved, 'branches').map((branch, index) => ({
      name: exitOf(index),
      label: savedText(branch, 'label') || `Way ${index + 1}`,
    })),
    { name: 'otherwise', label: 'Otherwise' },
  ],
  summary: (saved) => {
    const [first, ...others] = savedEntries(saved, 'branches');
    if (first === undefined) return 'Add a way';
    const rest = others.length > 0 ? `, +${others.length}` : '';
    return `${brief(conditionInWords(first.condition))} → ${savedText(first, 'label') || 'Way 1'}${rest}`;
  },
  check: ({ branches }) =>
    branches.flatMap((branch, index) =>
      checkCondition(branch.condition).map((complaint) => ({
        ...complaint,
        path: ['branches', index, 'condition', ...complaint.path],
      })),
    ),
  run: ({ branches }, scope) => {
    const told: string[] = [];
    for (const [index, { label, condition }] of branches.entries()) {
      const decision = evaluateCondition(condition, languageScope(scope));
      const says = `${label || `Way ${index + 1}`}: ${tell(decision)}.`;
      if (decision.holds) return { is: 'go', exit: exitOf(index), says };
      told.push(says);
    }
    return { is: 'go', exit: 'otherwise', says: ['Otherwise.', ...told].join(' ') };
  },
  examples: [
    {
      says: 'the first way that holds wins, and tells what it saw',
      settings: {
        branches: [
          {
            label: 'Paid',
            condition: { match: 'all', clauses: [{ field: 'user.status', operator: 'is', value: 'paid' }] },
          },
          { label: 'Any', condition: { match: 'all', clauses: [] } },
        ],
      },
      scope: { data: { user: { status: 'Paid' } } },
      gives: { is: 'go', exit: 'branch-1', says: 'Paid: user.status "Paid" is "paid".' },
    },
    {
      says: 'otherwise, with why no way was taken',
      settings: {
        branches: [
          {
            label: 'Big',
            condition: {
              match: 'all',
              clauses: [{ field: 'user.total', operator: 'greater', value: '{{user.limit}}' }],
            },
          },
        ],
      },
      scope: { data: { user: { total: 5, limit: 100 } } },
      gives: { is: 'go', exit: 'otherwise', says: 'Otherwise. Big: not that user.total 5 > 100.' },
    },
    {
      says: 'what cannot be compared does not hold, and says why',
      settings: {
        branches: [
          { condition: { match: 'any', clauses: [{ field: 'user.age', operator: 'greater', value: 18 }] } },
        ],
      },
      scope: { data: { user: { age: 'old' } } },
      gives: {
        is: 'go',
        exit: 'otherwise',
        says: 'Otherwise. Way 1: "user.age" must be a number like 12.5, but is "old".',
      },
    },
    {
      says: 'a value that looks like a place is never read as one',
      settings: {
        branches: [
          {
            condition: { match: 'all', clauses: [{ field: 'user.a', operator: 'is', value: '{{user.b}}' }] },
          },
        ],
      },
      scope: { data: { user: { a: 'x', b: '{{user.a}}' } } },
      gives: { is: 'go', exit: 'otherwise' },
    },
  ],
});

function exitOf(index: number): string {
  return `branch-${index + 1}`;
}

/** The clauses that decided: those that hold where it holds, those that do not where it does not. */
function tell({ holds, clauses }: Decision): string {
  if (clauses.length === 0) return 'always';
  const decisive = clauses.filter((clause) => clause.holds === holds);
  return decisive.map(tellClause).join('; ');
}

function tellClause({ field, operator, left, right, holds, says }: ClauseFacts): string {
  if (says !== undefined) return says;
  const found = findOperator(operator);
  const compared = found?.asks === 'nothing' ? '' : ` ${quote(right)}`;
  return `${holds ? '' : 'not that '}${field} ${quote(left)} ${found?.label ?? operator}${compared}`;
}
