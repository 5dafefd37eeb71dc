// Gives things of a foreign description names that are ours, and remembers what each was called.
import { nameFrom } from '@bellwire/model/name.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';
import type { PlannedField } from './plan.ts';

/** Camel case too: `orderId` becomes `order_id`. */
export function ourName(foreign: string, taken: readonly string[] = []): string {
  return nameFrom(foreign.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2'), taken);
}

/** @example labelFrom('orderId') // 'Order id' */
export function labelFrom(foreign: string): string {
  const words = foreign
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ')
    .trim()
    .toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, 120) || 'Value';
}

export interface FieldBook {
  readonly fields: readonly PlannedField[];
  /** The name of the field for a foreign name: one field for all places of one name and type. */
  fieldFor(foreign: string, type: ValueType): string;
}

/** A field lives for one run, so that actions can share one without meeting. */
export function fieldBook(): FieldBook {
  const fields: PlannedField[] = [];
  return {
    fields,
    fieldFor: (foreign, type) => {
      const label = labelFrom(foreign);
      const same = fields.find((field) => field.label === label && field.type === type);
      if (same !== undefined) return same.name;
      const taken = fields.map((field) => field.name);
      const name = ourName(foreign, taken);
      fields.push({ name, label, type });
      return name;
    },
  };
}
