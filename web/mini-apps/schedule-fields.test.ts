// Tests of the forms of schedules: what they hold is what the definition says, wherever it begins.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonObject } from '@bellwire/model/json.ts';
import { pollSchema, scheduleSchema } from '@bellwire/model/schedule.ts';
import { anyApp } from '@bellwire/model/testing/any-app.ts';
import { pollFromForm, pollToForm, timingFromForm, timingToForm } from './schedule-fields.ts';

test('a schedule and its poll come out of their forms as they went in', () => {
  fc.assert(
    fc.property(anyApp, ({ schedules }) => {
      for (const schedule of schedules) {
        const timed = scheduleSchema.parse(timingFromForm(timingToForm(jsonObject(schedule))));
        assert.deepEqual(timed, schedule);
        if (schedule.poll === undefined) continue;
        assert.deepEqual(
          pollSchema.parse(pollFromForm(pollToForm(jsonObject(schedule.poll)))),
          schedule.poll,
        );
      }
    }),
    { numRuns: 50 },
  );
});
