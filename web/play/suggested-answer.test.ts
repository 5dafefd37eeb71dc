// Which answer a play begins with.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placesRead } from './places-read.ts';
import { repliesIn } from './replies-in.ts';
import { suggestedBody } from './suggested-answer.ts';

test('the suggested answer has a value of the right type at each path that is taken', () => {
  const settings = {
    mappings: [
      { path: '$.data.id', field: 'app.id' },
      { path: '$.data.total', field: 'app.total' },
      { path: '$.rows[0].x', field: 'app.x' },
      { path: '$.__proto__.x', field: 'app.x' },
    ],
  };
  const body = suggestedBody(settings, (field) => (field === 'app.total' ? 'number' : 'text'));
  assert.deepEqual(body, { data: { id: 'text', total: 12.5 } });
});

test('the places a flow reads are named once, in their plain form', () => {
  const read = placesRead({
    start: 'a',
    steps: [
      {
        id: 'a',
        type: 'send-message',
        settings: { kind: 'text', text: '{{user.name}} {{ user["order-id"] }} {{user.name}}' },
        exits: {},
      },
    ],
  });
  assert.deepEqual([...read], ['user.name', 'user.order-id']);
});

test('what can be pressed is found wherever a message holds it', () => {
  const content = {
    is: 'text',
    text: 'Well?',
    quickReplies: [{ label: 'Yes', payload: 'yes' }],
    buttons: [{ is: 'url', label: 'Open', url: 'https://example.com' }],
  } as const;
  assert.deepEqual(repliesIn(content), [{ label: 'Yes', payload: 'yes' }]);
});
