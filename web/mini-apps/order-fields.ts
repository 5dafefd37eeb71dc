// What the order of a trigger's events asks for: the items that can be the key and the order are known from the trigger.
import type { App } from '@bellwire/model/app.ts';
import type { Trigger } from '@bellwire/model/trigger.ts';
import { COALESCE_SECONDS, type Entity, type EntityRule } from '@bellwire/model/entity.ts';
import { nameFrom } from '@bellwire/model/name.ts';
import type { ChoiceOption, SettingField, SettingFields } from '@bellwire/model/settings/setting.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

const ruleLabels: Readonly<Record<EntityRule, string>> = {
  'in-order': 'In order: every event runs',
  'newest-wins': 'Newest wins: an older one is dropped',
  coalesce: 'Coalesce: many become one',
  supersede: 'Supersede: a newer one ends what still waits',
};

export function orderFields(app: App, { items, entity }: Trigger): SettingFields {
  const none = { value: '', label: 'Nothing: as they come' };
  return {
    name: {
      kind: 'text',
      template: false,
      label: 'Its events tell of one',
      about: 'All triggers of the same thing share this name.',
      placeholder: 'payment',
      required: true,
      maxLength: 60,
    },
    key: {
      kind: 'choice',
      label: 'Told apart by',
      options: itemsOf(app, items, ['text', 'number'], entity?.key),
      required: true,
    },
    order: {
      kind: 'choice',
      label: 'Newer or older by',
      options: [none, ...itemsOf(app, items, ['number', 'datetime'], entity?.order)],
      default: '',
    },
    rule: {
      kind: 'choice',
      label: 'Then',
      options: rules,
      required: true,
    },
    seconds,
  };
}

const seconds: SettingField = {
  kind: 'number',
  label: 'Wait for others, in seconds',
  whole: true,
  min: 1,
  max: 86_400,
  default: COALESCE_SECONDS,
  when: { setting: 'rule', is: ['coalesce'] },
};

const rules = Object.entries(ruleLabels).map(([value, label]) => ({ value, label }));

type Items = Trigger['items'];

/** The required items of these types, and the one that is chosen, so that it can be seen what does not fit. */
function itemsOf(
  app: App,
  items: Items,
  types: readonly ValueType[],
  chosen: string | undefined,
): readonly ChoiceOption[] {
  const fitting = fittingItems(app, items, types).map(({ name, label }) => ({ value: name, label }));
  const isThere = chosen === undefined || fitting.some(({ value }) => value === chosen);
  return isThere ? fitting : [...fitting, { value: chosen, label: `${chosen} (does not fit)` }];
}

function fittingItems(app: App, items: Items, types: readonly ValueType[]): Items {
  const typeOf = new Map(app.fields.map(({ name, type }) => [name, type]));
  return items.filter(({ field, required }) => required && types.includes(typeOf.get(field) ?? 'json'));
}

const keyLike = /(^|[_-])(reference|ref|id|number|key|code)$/;

/**
 * To begin with: named by the first word of the trigger, told apart by what sounds like a key, or else by its first fitting
 * item; null where there is none.
 */
export function newOrder(app: App, { name, items }: Trigger): Entity | null {
  const fitting = fittingItems(app, items, ['text', 'number']);
  const key = fitting.find((item) => keyLike.test(item.name)) ?? fitting[0];
  const [word = name] = name.split(/[_-]/);
  return key === undefined ? null : { name: nameFrom(word), key: key.name, rule: 'in-order' };
}

/** An item that gets another name stays the key, or the order, of the events. */
export function followItems(entity: Entity, before: Items, after: Items): Entity {
  const renamed = new Map(
    before.length === after.length ? before.map(({ name }, place) => [name, after[place]?.name ?? name]) : [],
  );
  const { key, order } = entity;
  return {
    ...entity,
    key: renamed.get(key) ?? key,
    ...(order === undefined ? {} : { order: renamed.get(order) ?? order }),
  };
}
