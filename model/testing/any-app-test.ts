// Makes up tests of an app, for any-app.ts.
import * as fc from 'fast-check';

interface Parts {
  readonly name: fc.Arbitrary<string>;
  readonly label: fc.Arbitrary<string>;
  readonly json: fc.Arbitrary<unknown>;
}

export function anyAppTest({ name, label, json }: Parts) {
  const few = <Entry>(entry: fc.Arbitrary<Entry>) => fc.array(entry, { maxLength: 2 });
  const value = json;
  return fc.record(
    {
      name,
      label,
      action: name,
      flow: name,
      inputs: few(fc.record({ input: name, value })),
      fields: few(fc.record({ field: name, value })),
      answers: few(fc.record({ step: fc.constantFrom('s1', 's2'), status: fc.constant(200), body: json })),
      expect: fc.record({
        ends: fc.constantFrom('well' as const, 'failed' as const),
        fires: few(fc.record({ trigger: name, items: few(fc.record({ item: name, value })) })),
        outputs: few(fc.record({ output: name, value })),
      }),
    },
    { requiredKeys: ['name', 'label'] },
  );
}
