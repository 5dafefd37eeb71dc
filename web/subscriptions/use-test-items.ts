// The items of a test event: from the trigger's samples, from the last real event, or written by hand as JSON.
import { useState } from 'react';
import { isJsonObject, parseJson, type Json, type JsonObject } from '@bellwire/model/json.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { sampleItems } from './sample-items.ts';
import type { InstallTrigger } from './subscription-draft.ts';
import type { Subscription } from './subscription.ts';

export type TestStart = 'sample' | 'last' | 'json';

const MOST_LOOKED_AT = 20;

export function useTestItems(
  { installId, trigger: name }: Subscription,
  trigger: InstallTrigger | undefined,
) {
  const [start, setStart] = useState<TestStart>('sample');
  const [typed, setTyped] = useState<JsonObject>({});
  const [written, setWritten] = useState<string>();
  const recent = useOperation('listEvents', { installId, trigger: name, limit: MOST_LOOKED_AT });
  const last = recent.data?.rows.find(({ source, state }) => source !== 'test' && state !== 'refused');
  const lastItems = last !== undefined && isJsonObject(last.items) ? last.items : undefined;
  const sample = trigger === undefined ? {} : sampleItems(trigger);
  const filled = { ...(start === 'last' && lastItems !== undefined ? lastItems : sample), ...typed };
  const text = written ?? JSON.stringify(filled, null, 2);
  return {
    start,
    /** What was typed over the one is not meant for the other. */
    begin: (next: TestStart) => {
      setStart(next);
      if (next !== 'json') setTyped({});
      setWritten(undefined);
    },
    lastAt: lastItems === undefined ? undefined : last?.firedAt,
    filled,
    set: (item: string, value: Json) => setTyped({ ...typed, [item]: value }),
    text,
    write: setWritten,
    /** Undefined while what is written is no JSON object. */
    items: start === 'json' ? readObject(text) : filled,
  };
}

export type TestItems = ReturnType<typeof useTestItems>;

function readObject(text: string): JsonObject | undefined {
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}
