// A select whose options are read as one searches and scrolls; they change with what the form holds beside it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { InputOf, OutputOf } from '@bellwire/model/operations/all.ts';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { callerFor } from '../server-state/caller.ts';
import { useWorkspaceId } from '../server-state/use-workspace-id.ts';
import { shownText } from '../settings-form/shown-text.ts';
import { Button } from '../ui/button.tsx';
import type { Choice } from '../ui/choice.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { FieldProps } from '../ui/field.tsx';

export interface OptionsPlace {
  readonly form: InputOf<'readOptions'>['form'];
  /** The values of the form are what places read as `auth`. */
  readonly isAuth?: boolean;
}

export interface OptionSelectProps extends FieldProps, OptionsPlace {
  source: string;
  /** What the form holds, this input included. */
  inputs: JsonObject;
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
}

export function OptionSelect(props: OptionSelectProps) {
  const { form, isAuth: _isAuth, source: _source, inputs, value, onChange, ...frame } = props;
  const [search, setSearch] = useSettled('');
  const options = useOptions(props, search);
  const missing = options.dependsOn.filter((name) => shownText(inputs[name]).trim() === '');
  useCleared(form.is, options.dependsOn, inputs, () => (value === null ? undefined : onChange(null)));
  const { error } = options;
  return (
    <Combobox
      {...frame}
      choices={withChosen(options.choices, value)}
      value={value}
      onChange={onChange}
      onSearch={setSearch}
      emptyText={sayEmpty(options.isLoading, missing, search)}
      {...(error !== null && { problem: { says: error.message } })}
      footer={
        error !== null ? (
          <Button size="small" look="quiet" onClick={options.again}>
            Ask again
          </Button>
        ) : options.more === undefined ? undefined : (
          <Button size="small" look="quiet" busy={options.isLoadingMore} onClick={options.more}>
            Load more
          </Button>
        )
      }
    />
  );
}

function sayEmpty(isLoading: boolean, missing: readonly string[], search: string): string {
  if (isLoading) return 'Asking the service …';
  if (missing.length > 0) return `Fill in ${missing.join(' and ')} first.`;
  return search === '' ? 'There are no options.' : 'Nothing fits. Try another word.';
}

/** What was chosen stays to be seen, although its page of the list is not loaded. */
function withChosen(choices: readonly Choice[], value: string | null): readonly Choice[] {
  if (value === null || choices.some((choice) => choice.value === value)) return choices;
  return [{ value, label: value }, ...choices];
}

function useOptions({ form, isAuth = false, source, inputs }: OptionSelectProps, search: string) {
  const workspaceId = useWorkspaceId();
  const [dependsOn, setDependsOn] = useState<readonly string[]>([]);
  const read = Object.fromEntries(dependsOn.map((name) => [name, inputs[name] ?? null]));
  const query = useInfiniteQuery<
    OutputOf<'readOptions'>,
    ProblemError,
    { pages: OutputOf<'readOptions'>[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [workspaceId, 'readOptions', form, source, read, search],
    queryFn: async ({ pageParam: after }) => {
      const asked = { form, source, inputs, search, ...(isAuth && { auth: inputs }) };
      const page = await callerFor(workspaceId)(
        'readOptions',
        after === undefined ? asked : { ...asked, after },
      );
      // Only the service's own declaration says what its options depend on: it comes with the first answer.
      setDependsOn((before) => (before.join() === page.dependsOn.join() ? before : page.dependsOn));
      return page;
    },
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return {
    dependsOn,
    choices: query.data?.pages.flatMap(({ options }) => options) ?? [],
    error: query.error,
    isLoading: query.isLoading,
    isLoadingMore: query.isFetchingNextPage,
    again: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  };
}

/** An option of another account is none of this one: what was chosen goes when what it depended on changes. */
function useCleared(form: string, dependsOn: readonly string[], inputs: JsonObject, clear: () => void): void {
  const now = JSON.stringify([form, ...dependsOn.map((name) => inputs[name] ?? null)]);
  const [seen, setSeen] = useState({ count: dependsOn.length, values: now });
  const isChanged = seen.count === dependsOn.length && seen.values !== now;
  useEffect(() => {
    setSeen({ count: dependsOn.length, values: now });
    if (isChanged) clear();
    // Whoever draws it gives a new function each time; only the values count.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [now, dependsOn.length]);
}

const PAUSE_MS = 250;

/** What was typed, once the typing has paused. */
function useSettled(first: string) {
  const [typed, setTyped] = useState(first);
  const [settled, setSettled] = useState(first);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [settled, setTyped] as const;
}
