// Makes up sources of both kinds for property tests.
import * as fc from 'fast-check';

interface Parts<Name, Request> {
  readonly name: fc.Arbitrary<Name>;
  readonly label: fc.Arbitrary<string>;
  readonly request: fc.Arbitrary<Request>;
}

export function anySource<Name extends string, Request>({ name, label, request }: Parts<Name, Request>) {
  const option = fc.record({ label, value: fc.string({ maxLength: 5 }) });
  return fc.oneof(
    fc.record({
      is: fc.constant('static' as const),
      name,
      label,
      options: fc.array(option, { maxLength: 3 }),
    }),
    fc.record(
      {
        is: fc.constant('dynamic' as const),
        name,
        label,
        request,
        list: fc.constant('$.rows'),
        labelPath: fc.constant('$.label'),
        valuePath: fc.constant('$.id'),
        paging: fc.constantFrom(
          { is: 'cursor' as const, next: '$.next' },
          { is: 'page' as const, first: 0, size: 20 },
          { is: 'offset' as const, size: 100 },
        ),
        cacheSeconds: fc.integer({ min: 0, max: 3600 }),
      },
      { requiredKeys: ['is', 'name', 'label', 'request', 'list', 'labelPath', 'valuePath'] },
    ),
  );
}
