// A setting that is a condition; its places are looked up by the evaluator, never filled beforehand, so that data is not read as a template.
import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { jsonObject } from '../json.ts';
import { read, type Kind } from './kind.ts';
import type { ConditionSetting } from './setting.ts';

export const conditionKind: Kind<ConditionSetting> = {
  fills: () => false,
  read: (_field, value, path) => {
    const parsed = conditionSchema.safeParse(value);
    if (parsed.success) return read(parsed.data);
    return {
      ok: false,
      complaints: parsed.error.issues.map((issue) => ({
        path: [...path, ...issue.path.filter((part) => typeof part !== 'symbol')],
        says: issue.message,
      })),
    };
  },
  jsonSchema: () => jsonObject(z.toJSONSchema(conditionSchema)),
};
