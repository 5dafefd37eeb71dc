// What is asked of a one-time URL, and how the form holds it.
import type { JsonObject } from '@bellwire/model/json.ts';
import type { SettingFields } from '@bellwire/model/settings/setting.ts';
import { isJsonObject } from '@bellwire/model/json.ts';
import { shownText } from '../settings-form/shown-text.ts';

const plain = { kind: 'text', template: false } as const;

export const callFields = {
  label: { ...plain, label: 'Label', required: true, maxLength: 120 },
  expiresMinutes: {
    kind: 'choice',
    label: 'Expires after',
    required: true,
    options: [5, 10, 15, 30, 60, 1440, 10_080, 43_200].map((minutes) => ({
      value: String(minutes),
      label: minutesInWords(minutes),
    })),
  },
  methods: {
    kind: 'choice',
    label: 'Can be called with',
    required: true,
    options: [
      { value: 'GET POST', label: 'GET and POST' },
      { value: 'POST', label: 'POST only' },
      { value: 'GET', label: 'GET only' },
    ],
  },
} as const satisfies SettingFields;

function minutesInWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  if (minutes < 1440) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return minutes === 1440 ? '1 day' : `${minutes / 1440} days`;
}

export function methodsToForm({ methods, expiresMinutes, ...url }: JsonObject): JsonObject {
  const taken = ['GET', 'POST'].filter((method) => Array.isArray(methods) && methods.includes(method));
  return { ...url, methods: taken.join(' '), expiresMinutes: shownText(expiresMinutes) };
}

export function methodsFromForm({ methods, expiresMinutes, ...url }: JsonObject): JsonObject {
  return {
    ...url,
    methods: shownText(methods).split(' '),
    expiresMinutes: Number(shownText(expiresMinutes)),
  };
}

export const pageFields = {
  title: { kind: 'text', label: 'Title', placeholder: 'Thank you', maxLength: 120 },
  text: {
    kind: 'text',
    label: 'Text',
    about: 'Read before the flow has run: it knows the app fields as the call has filled them.',
    multiline: true,
    maxLength: 2000,
  },
} as const satisfies SettingFields;

export function pageToForm({ page, ...url }: JsonObject): JsonObject {
  return isJsonObject(page) ? { ...url, title: page.title ?? '', text: page.text ?? '' } : url;
}

/** Without a title there is no page of the app's own. */
export function pageFromForm({ title, text, page: _before, ...url }: JsonObject): JsonObject {
  return title === undefined || title === '' ? url : { ...url, page: { title, text: text ?? '' } };
}
