// A search box over a grouped list, worked by arrows and Enter; the palettes are made of it.
import { Search } from 'lucide-react';
import { Fragment, useEffect, useId, useState } from 'react';
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
  const { label, items, onPick, onLeave, emptyText = NOTHING_FITS } = props;
  const list = useId();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const isAsked = query.trim() !== '';
  const shown = isAsked ? rankItems(items, query) : byGroup(items);
  const at = Math.min(place, shown.length - 1);
  const active = shown[at];
  const optionId = active === undefined ? undefined : optionOf(list, active);
  useHighlight(active, props.onHighlight);
  const ask = (words: string) => {
    setQuery(words);
    setPlace(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key in MOVES) setPlace(MOVES[event.key]?.(at, shown.length) ?? 0);
    else if (event.key === 'Enter' && active !== undefined) onPick(active);
    else if (event.key === 'Escape' && onLeave !== undefined) onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const { placeholder } = props;
  return (
    <div className="search-list">
      <SearchBox {...{ label, placeholder, list, optionId, query }} onAsk={ask} onKeyDown={onKeyDown} />
      <Options {...{ list, label, shown, at, optionId, onPick }} isGrouped={!isAsked} onPoint={setPlace} />
      {shown.length === 0 ? (
        <p className="search-list-empty" role="status">
          {emptyText}
        </p>
      ) : null}
    </div>
  );
}

interface SearchBoxProps {
  label: string;
  placeholder: string;
  list: string;
  optionId: string | undefined;
  query: string;
  onAsk: (words: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function SearchBox({ label, placeholder, list, optionId, query, onAsk, onKeyDown }: SearchBoxProps) {
  return (
    <div className="search-list-box">
      <Search size={16} aria-hidden />
      <input
        // What opens over the page is there to be typed into; focus elsewhere would be the surprise.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={optionId}
        aria-autocomplete="list"
        placeholder={placeholder}
        value={query}
        onChange={(event) => onAsk(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function optionOf(list: string, item: SearchItem): string {
  return `${list}-${item.id}`;
}

const NOTHING_FITS = 'Nothing fits. Try another word.';

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (count === 0 ? 0 : (at + 1) % count),
  ArrowUp: (at, count) => (count === 0 ? 0 : (at - 1 + count) % count),
  Home: () => 0,
  End: (_, count) => Math.max(0, count - 1),
};

function useHighlight<Item extends SearchItem>(
  active: Item | undefined,
  onHighlight: ((item: Item | undefined) => void) | undefined,
): void {
  useEffect(() => {
    onHighlight?.(active);
    // Only the item itself matters: a caller's new function on each render must not be told again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active?.id]);
}

interface OptionsProps<Item extends SearchItem> {
  list: string;
  label: string;
  shown: readonly Item[];
  at: number;
  optionId: string | undefined;
  isGrouped: boolean;
  onPoint: (at: number) => void;
  onPick: (item: Item) => void;
}

function Options<Item extends SearchItem>(props: OptionsProps<Item>) {
  const { list, label, shown, at, optionId, isGrouped, onPoint, onPick } = props;
  useEffect(() => {
    if (optionId !== undefined) document.getElementById(optionId)?.scrollIntoView({ block: 'nearest' });
  }, [optionId]);
  return (
    <div className="search-list-items" id={list} role="listbox" aria-label={label}>
      {shown.map((item, place) => (
        <Fragment key={item.id}>
          {isGrouped && item.group !== shown[place - 1]?.group ? (
            <div className="popup-group" role="presentation">
              {item.group}
            </div>
          ) : null}
          <div
            id={optionOf(list, item)}
            role="option"
            aria-selected={place === at}
            className="popup-item"
            data-active={place === at || undefined}
            onPointerMove={() => (place === at ? undefined : onPoint(place))}
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
  );
}

/** Groups in the order they first appear, so that a list built from several sources still reads as one. */
function byGroup<Item extends SearchItem>(items: readonly Item[]): Item[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups.values()].flat();
}
