// The type of a value as a small icon, with its word for those who do not see it.
import { Braces, Calendar, CalendarClock, Hash, ToggleLeft, Type } from 'lucide-react';
import type { ValueType } from '@bellwire/model/value-type.ts';
import { typeWords } from './type-words.ts';

const icons = {
  text: Type,
  number: Hash,
  boolean: ToggleLeft,
  date: Calendar,
  datetime: CalendarClock,
  json: Braces,
} as const satisfies Record<ValueType, unknown>;

export function TypeIcon({ type, size = 14 }: { type: ValueType; size?: number }) {
  const Icon = icons[type];
  return <Icon size={size} strokeWidth={2} role="img" aria-label={typeWords[type]} />;
}
