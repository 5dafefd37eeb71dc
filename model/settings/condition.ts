// A setting that is a condition; its places are looked up by the evaluator, never filled beforehand, so that data is not read as a template.
import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { jsonObject } from '../json.ts';
import { readBy } from '../reading.ts';
import { read, type Kind } from './kind.ts';
import type { ConditionSetting } from './setting.ts';

export const conditionKind: Kind<ConditionSetting> = {
  fills: () => false,
  read: (_field, value, path) => {
    const reading = readBy(conditionSchema, value);
    if (reading.ok) return read(reading.value);
    const complaints = reading.complaints.map(({ path: inside, says }) => ({
      path: [...path, ...inside],
      says,
    }));
    return { ok: false, complaints };
  },
  jsonSchema: () => jsonObject(z.toJSONSchema(conditionSchema)),
};
