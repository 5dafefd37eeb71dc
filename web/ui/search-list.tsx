// A search box over a grouped list, worked by arrows and Enter; the palettes are made of it.
import { Search } from 'lucide-react';
import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { rankItems } from './rank-items.ts';
import type { Rankable } from './rank-items.ts';
import './search-list.css';

export interface SearchItem extends Rankable {
  id: string;
  /** Items of a group stand together under its name, until something is typed: then rank alone orders them. */
  group: string;
  icon?: ReactNode;
  /** Shown at the end: keys, a count. */
  mark?: ReactNode;
}

export interface SearchListProps<Item extends SearchItem> {
  label: string;
  placeholder: string;
  items: readonly Item[];
  onPick: (item: Item) => void;
  /** Called on Escape. */
  onLeave?: () => void;
  /** Follows the highlighted item, for instance to show it on the canvas. */
  onHighlight?: (item: Item | undefined) => void;
  emptyText?: string;
}

export function SearchList<Item extends SearchItem>(props: SearchListProps<Item>) {
  const { label, placeholder, items, onPick, onLeave, onHighlight, emptyText = 'Nothing fits. Try another word.' } = props;
  const id = useId();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = query.trim() === '' ? byGroup(items) : rankItems(items, query);
  const active = shown[Math.min(place, shown.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
    onHighlight?.(active);
    // Only the item itself matters: a caller's new function on each render must not scroll the list again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active?.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setPlace(shown.length === 0 ? 0 : (place + 1) % shown.length);
    else if (event.key === 'ArrowUp') setPlace(shown.length === 0 ? 0 : (place - 1 + shown.length) % shown.length);
    else if (event.key === 'Home') setPlace(0);
    else if (event.key === 'End') setPlace(shown.length - 1);
    else if (event.key === 'Enter' && active !== undefined) onPick(active);
    else if (event.key === 'Escape' && onLeave !== undefined) onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="search-list">
      <div className="search-list-box">
        <Search size={16} aria-hidden />
        <input
          // What opens over the page is there to be typed into; focus elsewhere would be the surprise.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          aria-autocomplete="list"
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="search-list-items" id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
        {shown.map((item, at) => (
          <Fragment key={item.id}>
            {query.trim() !== '' || item.group === shown[at - 1]?.group ? null : (
              <div className="popup-group" role="presentation">
                {item.group}
              </div>
            )}
            <div
              id={`${id}-${item.id}`}
              role="option"
              aria-selected={item === active}
              className="popup-item"
              data-active={item === active || undefined}
              onPointerMove={() => (at === place ? undefined : setPlace(at))}
              onClick={() => onPick(item)}
            >
              {item.icon}
              <span className="popup-words">
                <span>{item.label}</span>
                {item.about === undefined ? null : <small>{item.about}</small>}
              </span>
              {item.mark}
            </div>
          </Fragment>
        ))}
      </div>
      {shown.length === 0 ? (
        <p className="search-list-empty" role="status">
          {emptyText}
        </p>
      ) : null}
    </div>
  );
}

/** Groups in the order they first appear, so that a list built from several sources still reads as one. */
function byGroup<Item extends SearchItem>(items: readonly Item[]): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups.values()].flat();
}
