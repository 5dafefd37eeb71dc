// Where the items of a test event come from, and the items themselves: as fields, or as JSON.
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { ItemInputs } from './item-inputs.tsx';
import type { InstallTrigger } from './subscription-draft.ts';
import type { TestItems as Items, TestStart } from './use-test-items.ts';

const starts: readonly TestStart[] = ['sample', 'last', 'json'];

export interface TestItemsProps {
  trigger: InstallTrigger;
  test: Items;
  error: ProblemError | null;
}

export function TestItems({ trigger, test, error }: TestItemsProps) {
  const { start, begin, lastAt, filled, set, text, write, items } = test;
  return (
    <>
      <Select
        label="Begin with"
        required
        value={start}
        choices={[
          { value: 'sample', label: 'The sample', about: 'From the examples of the trigger.' },
          ...(lastAt === undefined
            ? []
            : [{ value: 'last', label: 'The last real event', about: new Date(lastAt).toLocaleString() }]),
          { value: 'json', label: 'JSON of your own', about: 'Also what does not fit the contract.' },
        ]}
        onChange={(next) => begin(starts.find((known) => known === next) ?? 'sample')}
      />
      {start === 'json' ? (
        <TextArea
          label="Items"
          required
          mono
          value={text}
          onChange={write}
          {...(items === undefined && { problem: { says: 'An object is expected: {"amount": 12.5}.' } })}
        />
      ) : (
        <ItemInputs trigger={trigger} items={filled} error={error} onSet={set} />
      )}
    </>
  );
}
