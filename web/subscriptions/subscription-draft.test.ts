// What a new subscription begins with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftFor } from './subscription-draft.ts';

test('items begin in the user fields of their name, and no others', () => {
  const draft = draftFor(
    { id: 'i' },
    {
      name: 'paid',
      label: 'Payment paid',
      items: [
        { name: 'status', label: 'Status', field: 'status', required: true },
        { name: 'amount', label: 'Amount', field: 'amount', required: true },
      ],
    },
    [{ name: 'amount' }, { name: 'birthday' }],
  );
  assert.deepEqual(draft.mappings, [{ item: 'amount', field: 'amount' }]);
  assert.equal(draft.enabled, true);
  assert.equal(draft.newFlowName, 'After “Payment paid”');
});
