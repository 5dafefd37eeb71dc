// A setting that is a list of entries, each with the same fields.
import type { Complaint } from '../problem.ts';
import { read, refuse, type Kind } from './kind.ts';
import type { ListSetting } from './setting.ts';

const MOST_ENTRIES = 100;

export const listKind: Kind<ListSetting> = {
  fills: () => false, // each entry's own fields say so
  read: (field, value, path, nested) => {
    if (!Array.isArray(value))
      return refuse(path, `${field.label} is ${JSON.stringify(value)}, but a list is expected.`);
    const most = field.max ?? MOST_ENTRIES;
    if (value.length > most)
      return refuse(path, `${field.label} has ${value.length} entries; at most ${most} are taken.`);
    const complaints: Complaint[] = [];
    const entries: unknown[] = [];
    for (const [index, entry] of value.entries()) {
      const reading = nested.read(field.item, entry, [...path, index]);
      if (reading.ok) entries.push(reading.value);
      else complaints.push(...reading.complaints);
    }
    return complaints.length > 0 ? { ok: false, complaints } : read(entries);
  },
  jsonSchema: (field, nested) => ({
    type: 'array',
    maxItems: field.max ?? MOST_ENTRIES,
    items: nested.jsonSchema(field.item),
  }),
};
