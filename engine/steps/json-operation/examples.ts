// Examples of the step "JSON operation": one and more for each operation.
import type { Json } from '@bellwire/model/json.ts';
import type { StepType } from '@bellwire/model/step-type.ts';

const cart = {
  items: [
    { name: 'Mug', price: 10.5, tags: ['a'] },
    { name: 'Tea', price: 4.2 },
    { name: 'Box', price: null },
  ],
};

function example(
  says: string,
  settings: { [name: string]: Json },
  value: Json,
): StepType['examples'][number] {
  return {
    says,
    settings: { json: '{{user.cart}}', field: 'user.result', ...settings },
    scope: { data: { user: { cart } } },
    gives: { is: 'go', exit: 'next', set: [{ to: 'user.result', value }] },
  };
}

function refused(
  says: string,
  settings: { [name: string]: Json },
  words: string,
): StepType['examples'][number] {
  return {
    says,
    settings: { json: '{{user.cart}}', field: 'user.result', ...settings },
    scope: { data: { user: { cart } } },
    gives: { is: 'go', exit: 'failed', says: words },
  };
}

const [mug, tea, box] = cart.items;

export const jsonOperationExamples: StepType['examples'] = [
  example('load reads text as JSON', { operation: 'load', json: '{"a":[1]}' }, { a: [1] }),
  example('get takes one value by an exact path', { operation: 'get', path: '$.items[0].name' }, 'Mug'),
  example('get takes a list by a path to many', { operation: 'get', path: '$.items[*].name' }, [
    'Mug',
    'Tea',
    'Box',
  ]),
  example('get of what is not there is nothing', { operation: 'get', path: '$.gone' }, null),
  example(
    'insert adds to the end of a list',
    { operation: 'insert', path: '$.items[0].tags', value: 'b' },
    {
      items: [{ name: 'Mug', price: 10.5, tags: ['a', 'b'] }, tea ?? null, box ?? null],
    },
  ),
  example('insert adds a list as one entry', { operation: 'insert', path: '$', json: [1], value: [2] }, [
    1,
    [2],
  ]),
  example('insert can put it anywhere', { operation: 'insert', json: '[1, 3]', value: 2, at: 1 }, [1, 2, 3]),
  example(
    'insert counts from the end with a negative place, and goes no further than the ends',
    { operation: 'insert', json: '["🇩🇪", "ü"]', value: 'first', at: -9 },
    ['first', '🇩🇪', 'ü'],
  ),
  example(
    'update changes every match',
    { operation: 'update', path: '$.items[?@.price > 4].price', value: 1 },
    {
      items: [{ name: 'Mug', price: 1, tags: ['a'] }, { name: 'Tea', price: 1 }, box ?? null],
    },
  ),
  example('remove takes out every match', { operation: 'remove', path: '$.items[?@.price]' }, { items: [] }),
  example(
    'remove leaves what does not match',
    { operation: 'remove', path: '$.items[0,2]' },
    { items: [tea ?? null] },
  ),
  example('remove of all leaves nothing', { operation: 'remove', path: '$' }, null),
  example(
    'remove all empties lists and objects',
    { operation: 'remove-all', path: '$.items[0:2]["tags","name"]' },
    {
      items: [{ name: null, price: 10.5, tags: [] }, { name: null, price: 4.2 }, box ?? null],
    },
  ),
  example(
    'remove all of a path that leads nowhere changes nothing',
    { operation: 'remove-all', path: '$.no' },
    cart,
  ),
  example('count counts the entries of a list', { operation: 'count', path: '$.items' }, 3),
  example('count counts matches', { operation: 'count', path: '$.items[?@.price > 5]' }, 1),
  example('sum adds what are numbers', { operation: 'sum', path: '$.items[*].price' }, 14.7),
  example('average leaves out what is no number', { operation: 'average', path: '$.items[*].price' }, 7.35),
  example('average of nothing is nothing', { operation: 'average', path: '$.gone' }, null),
  example(
    'sort goes by a key, and puts what is empty last',
    { operation: 'sort', path: '$.items', by: 'price' },
    {
      items: [tea ?? null, mug ?? null, box ?? null],
    },
  ),
  example('sort can begin with the largest', { operation: 'sort', json: '[2, 10, "1"]', descending: true }, [
    10,
    2,
    '1',
  ]),
  example('reverse turns a list round', { operation: 'reverse', json: [1, 2, 3] }, [3, 2, 1]),
  example('reverse of an empty list is empty', { operation: 'reverse', json: '[]' }, []),
  example(
    'shuffle brings a list into an order of chance',
    { operation: 'shuffle', json: '[1, 2, 3, 4]' },
    [1, 4, 2, 3],
  ),
  example(
    'sum of huge numbers keeps to what a number can hold',
    { operation: 'sum', json: '[9e15, 1, "2"]' },
    9e15 + 3,
  ),
  refused(
    'a list is needed to shuffle',
    { operation: 'shuffle', path: '$.items[0]' },
    'At this path there is an object, but a list is expected.',
  ),
  refused(
    'a list is needed to insert into',
    { operation: 'insert', path: '$.items[0].name', value: 1 },
    'At this path there is "Mug", but a list is expected.',
  ),
  refused(
    'text that is no JSON cannot be loaded',
    { operation: 'load', json: '{' },
    `The text is not valid JSON: Expected property name or '}' in JSON at position 1 (line 1 column 2).`,
  ),
];
