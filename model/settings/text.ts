// A setting that holds text.
import { read, refuse, type Kind } from './kind.ts';
import type { TextSetting } from './setting.ts';

export const textKind: Kind<TextSetting> = {
  fills: (field) => field.template !== false && field.syntax !== 'formula' && field.perItem !== true,
  read: (field, value, path) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (field.maxLength !== undefined && text.length > field.maxLength) {
      return refuse(
        path,
        `${field.label} has ${text.length} characters; at most ${field.maxLength} are taken. Shorten it.`,
      );
    }
    return read(text);
  },
  jsonSchema: (field) => ({
    type: 'string',
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  }),
};
