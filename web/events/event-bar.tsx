// What stands above the list of events: the search, the filters one uses most, the drawer with the others, and whether it is live.
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { eventStates } from '@bellwire/model/event.ts';
import { SearchBox } from '../shell/search-box.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { eventStateWords } from './event-states.ts';
import { spans } from './event-filters.ts';
import { FilterDrawer } from './filter-drawer.tsx';
import { LiveSwitch } from './live-switch.tsx';
import type { EventList } from './use-event-list.ts';
import '../shell/list-bar.css';

const ANY = 'any';
const stateChoices = [
  { value: ANY, label: 'Any state' },
  ...eventStates.map((state) => ({ value: state, label: eventStateWords[state].label })),
];
const spanChoices = [{ value: ANY, label: 'Any time' }, ...spans];

export function EventBar({ list }: { list: EventList }) {
  const { filters, page, isLive, setLive, filter } = list;
  const [open, setOpen] = useState(false);
  const more = [filters.app, filters.trigger, filters.bot, filters.source].filter(Boolean).length;
  return (
    <div className="list-bar">
      <div className="list-bar-search">
        <SearchBox
          label="Search events"
          placeholder="Search an item, a contact, an id…"
          value={filters.search}
          onAsk={(words) => filter({ search: words })}
        />
      </div>
      <Select
        label="State"
        hideLabel
        choices={stateChoices}
        value={filters.state ?? ANY}
        onChange={(next) => filter({ state: next === ANY ? undefined : next })}
      />
      <Select
        label="Time"
        hideLabel
        choices={spanChoices}
        value={filters.span ?? ANY}
        onChange={(next) => filter({ span: next === ANY ? undefined : next })}
      />
      <Button icon={<ListFilter size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {more === 0 ? 'Filter' : `Filter (${more})`}
      </Button>
      <ClearFilters list={list} />
      <div className="list-bar-end">
        <LiveSwitch live={isLive} onChange={setLive} stopped={page !== undefined} />
      </div>
      <FilterDrawer open={open} filters={filters} onChange={filter} onClose={() => setOpen(false)} />
    </div>
  );
}

const noFilters = { state: undefined, span: undefined, app: undefined, trigger: undefined };

function ClearFilters({ list: { filters, filter } }: { list: EventList }) {
  const { search: _kept, ...set } = filters;
  if (Object.values(set).every((value) => value === undefined)) return null;
  return (
    <Button
      look="quiet"
      icon={<X size={14} aria-hidden />}
      onClick={() => filter({ ...noFilters, bot: undefined, source: undefined })}
    >
      Clear
    </Button>
  );
}
