// The filters one needs less often: the app, its trigger, the bot, and how it was fired.
import { eventSources } from '@bellwire/model/event.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import type { Choice } from '../ui/choice.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sourceWords, type EventFilters } from './event-filters.ts';
import '../ui/form.css';

export interface FilterDrawerProps {
  open: boolean;
  filters: EventFilters;
  onChange: (next: EventFilters) => void;
  onClose: () => void;
}

export function FilterDrawer({ open, onClose, ...given }: FilterDrawerProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      place="side"
      title="Filter events"
      about="Each one holds at once, and stays in the address."
      footer={
        <Button look="primary" onClick={onClose}>
          Show the events
        </Button>
      }
    >
      <FilterFields {...given} />
    </Dialog>
  );
}

function FilterFields({ filters, onChange }: Pick<FilterDrawerProps, 'filters' | 'onChange'>) {
  const installs = useOperation('listInstalls').data?.rows ?? [];
  const bots = useOperation('listBots').data?.rows ?? [];
  const chosen = installs.filter(({ id }) => filters.app === undefined || filters.app === id);
  const triggers = new Map(
    chosen.flatMap((install) =>
      install.triggers.map(({ name, label }) => [name, { value: name, label, about: install.name }] as const),
    ),
  );
  return (
    <div className="form">
      <OneFilter
        label="App"
        choices={installs.map(({ id, name, appLabel }) => ({ value: id, label: name, about: appLabel }))}
        value={filters.app}
        onChange={(app) => onChange({ app, trigger: undefined })}
      />
      <OneFilter
        label="Trigger"
        choices={[...triggers.values()]}
        value={filters.trigger}
        onChange={(trigger) => onChange({ trigger })}
      />
      <OneFilter
        label="Bot"
        choices={bots.map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.bot}
        onChange={(bot) => onChange({ bot })}
      />
      <OneFilter
        label="Fired by"
        choices={eventSources.map((source) => ({ value: source, label: sourceWords[source] }))}
        value={filters.source}
        onChange={(source) => onChange({ source })}
      />
    </div>
  );
}

interface OneFilterProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function OneFilter({ label, choices, value, onChange }: OneFilterProps) {
  return (
    <Combobox
      label={label}
      placeholder="Any"
      choices={choices}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
