// Makes up schedules for property tests, of the names, requests and mappings that the app around them has.
import * as fc from 'fast-check';
import type { z } from 'zod';
import type { outgoingRequestSchema } from '../outgoing-request.ts';
import type { payloadMappingSchema } from '../payload-mapping.ts';
import { cursorTypes, type scheduleSchema } from '../schedule.ts';

interface Pieces {
  readonly anyName: fc.Arbitrary<string>;
  readonly anyLabel: fc.Arbitrary<string>;
  readonly anyRequest: fc.Arbitrary<z.input<typeof outgoingRequestSchema>>;
  readonly anyMapping: fc.Arbitrary<z.input<typeof payloadMappingSchema>>;
}

export function anySchedule(pieces: Pieces): fc.Arbitrary<z.input<typeof scheduleSchema>> {
  const { anyName, anyLabel } = pieces;
  return fc.record(
    {
      name: anyName,
      label: anyLabel,
      timing: fc.oneof(
        fc.record({ is: fc.constant('every' as const), minutes: fc.integer({ min: 1, max: 10_080 }) }),
        fc.record(
          {
            is: fc.constant('cron' as const),
            cron: fc.constantFrom('0 9 * * MON-FRI', '*/5 * * * *', 'never'),
            zone: fc.constantFrom('Europe/Berlin', 'Mars/Olympus'),
          },
          { requiredKeys: ['is', 'cron'] },
        ),
      ),
      poll: anyPoll(pieces),
      flow: anyName,
    },
    { requiredKeys: ['name', 'label', 'timing', 'flow'] },
  );
}

function anyPoll({ anyRequest, anyMapping }: Pieces) {
  return fc.record(
    {
      request: anyRequest,
      list: fc.constant('$.rows'),
      key: fc.constant('$.id'),
      cursor: fc.record(
        {
          from: fc.constantFrom('answer' as const, 'records' as const),
          path: fc.constant('$.at'),
          type: fc.constantFrom(...cursorTypes),
          overlap: fc.nat({ max: 3600 }),
        },
        { requiredKeys: ['from', 'path'] },
      ),
      pages: fc.record(
        { most: fc.integer({ min: 1, max: 100 }), next: fc.constant('$.next') },
        { requiredKeys: [] },
      ),
      order: fc.constantFrom('oldest-first' as const, 'newest-first' as const),
      first: fc.oneof(
        fc.constantFrom({ is: 'none' } as const, { is: 'all' } as const),
        fc.record({ is: fc.constant('last' as const), count: fc.integer({ min: 1, max: 1000 }) }),
      ),
      contact: fc.constantFrom({ email: '$.email' }, { customerId: '$.customer', phone: '$.phone' }),
      mappings: fc.array(anyMapping, { maxLength: 2 }),
    },
    { requiredKeys: ['request', 'key'] },
  );
}
