// Rule: a trigger's entity names items that can tell one from another and older from newer, alike in all triggers of that entity.
import type { App } from '../app.ts';
import type { Trigger } from '../trigger.ts';
import { orNearest } from '../nearest.ts';
import type { Complaint } from '../problem.ts';
import type { ValueType } from '../value-type.ts';
import type { AppRule } from './rule.ts';

export const entitiesAgree: AppRule = {
  about:
    'The key and the order item of an entity are required items of a fitting type, of the same type in each of its triggers.',
  check: (app) =>
    app.triggers.flatMap((trigger, index) =>
      complaintsOf(app, trigger, app.triggers.slice(0, index)).map(({ path, says }) => ({
        path: ['triggers', index, 'entity', ...path],
        says,
      })),
    ),
  examples: [
    {
      says: 'two triggers of one payment',
      app: {
        ...paymentApp(),
        triggers: [
          trigger('created', { order: 'version', rule: 'newest-wins' }),
          trigger('paid', { order: 'version', rule: 'supersede' }),
        ],
      },
      complains: [],
    },
    {
      says: 'a key that is no item, and one that cannot tell one from another',
      app: {
        ...paymentApp(),
        triggers: [trigger('created', { key: 'reference_' }), trigger('paid', { key: 'test' })],
      },
      complains: [
        'triggers.0.entity.key: There is no item "reference_". Did you mean "reference"?',
        'triggers.1.entity.key: The item "test" is a boolean; the key of an entity is a text or a number. Choose another item.',
      ],
    },
    {
      says: 'newest wins without anything that tells which is newer',
      app: { ...paymentApp(), triggers: [trigger('created', { rule: 'newest-wins' })] },
      complains: [
        'triggers.0.entity.order: The rule "newest wins" needs an item that tells which event is newer. Choose one.',
      ],
    },
    {
      says: 'an order item that an event may lack',
      app: { ...paymentApp(), triggers: [trigger('created', { order: 'at' })] },
      complains: [
        'triggers.0.entity.order: The item "at" may be missing from an event. Make it required, or choose another item.',
      ],
    },
    {
      says: 'a version here and a time there',
      app: {
        ...paymentApp(),
        triggers: [trigger('created', { order: 'version' }), trigger('paid', { order: 'time' })],
      },
      complains: [
        'triggers.1.entity.order: The trigger "created" orders a payment by a number, this one by a datetime: they cannot be compared. Use the same in both.',
      ],
    },
  ],
};

function complaintsOf(app: App, { entity, items }: Trigger, before: readonly Trigger[]): Complaint[] {
  if (entity === undefined) return [];
  const types = new Map(app.fields.map(({ name, type }) => [name, type]));
  const fault = (part: 'key' | 'order', name: string, fitting: readonly ValueType[]): Complaint[] => {
    const item = items.find((candidate) => candidate.name === name);
    const says =
      item === undefined
        ? `There is no item "${name}". ${orNearest(
            name,
            items.map((each) => each.name),
            'items',
          )}`
        : itemFault(part, item, types.get(item.field), fitting);
    return says === undefined ? [] : [{ path: [part], says }];
  };
  if (entity.order === undefined) {
    const lacking = {
      path: ['order'],
      says: 'The rule "newest wins" needs an item that tells which event is newer. Choose one.',
    };
    return [
      ...fault('key', entity.key, ['text', 'number']),
      ...(entity.rule === 'newest-wins' ? [lacking] : []),
    ];
  }
  const order = fault('order', entity.order, ['number', 'datetime']);
  return [
    ...fault('key', entity.key, ['text', 'number']),
    ...(order.length > 0 ? order : disagreement(types, { entity, items }, before)),
  ];
}

function itemFault(
  part: 'key' | 'order',
  item: Trigger['items'][number],
  type: ValueType | undefined,
  fitting: readonly ValueType[],
): string | undefined {
  if (type !== undefined && !fitting.includes(type)) {
    const what = part === 'key' ? 'the key of an entity' : 'what orders its events';
    return `The item "${item.name}" is a ${type}; ${what} is a ${fitting.join(' or a ')}. Choose another item.`;
  }
  if (!item.required)
    return `The item "${item.name}" may be missing from an event. Make it required, or choose another item.`;
  return undefined;
}

function disagreement(
  types: ReadonlyMap<string, ValueType>,
  { entity, items }: Pick<Trigger, 'entity' | 'items'>,
  before: readonly Trigger[],
): Complaint[] {
  const typeOf = (of: Pick<Trigger, 'entity' | 'items'>): ValueType | undefined =>
    types.get(of.items.find(({ name }) => name === of.entity?.order)?.field ?? '');
  const mine = typeOf({ entity, items });
  const other = before.find((trigger) => {
    const theirs = trigger.entity?.name === entity?.name ? typeOf(trigger) : undefined;
    return theirs !== undefined && theirs !== mine;
  });
  if (other === undefined) return [];
  const says = `The trigger "${other.name}" orders a ${entity?.name} by a ${typeOf(other)}, this one by a ${mine}: they cannot be compared. Use the same in both.`;
  return [{ path: ['order'], says }];
}

function paymentApp() {
  const field = (name: string, type: ValueType) => ({ name, label: name, type });
  return {
    fields: [
      field('reference', 'text'),
      field('version', 'number'),
      field('time', 'datetime'),
      field('test', 'boolean'),
    ],
  };
}

function trigger(name: string, entity: Partial<NonNullable<Trigger['entity']>>) {
  const item = (of: string, required = true) => ({
    name: of,
    label: of,
    field: of === 'at' ? 'time' : of,
    required,
  });
  return {
    name,
    label: name,
    items: [item('reference'), item('version'), item('time'), item('at', false), item('test')],
    entity: { name: 'payment', key: 'reference', ...entity },
  };
}
