// The menu "{ }" beside a text: everything that can be read here, to be searched and put in.
import { Popover as Base } from '@base-ui/react/popover';
import { Braces } from 'lucide-react';
import { useMemo } from 'react';
import { SearchList } from '../ui/search-list.tsx';
import { TypeIcon } from '../ui/type-icon.tsx';
import { isValueType } from './is-value-type.ts';
import type { Place, PlaceGroup } from './surroundings.ts';

export interface InsertPlaceProps {
  /** Of the input it stands beside. */
  label: string;
  places: readonly PlaceGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (path: string) => void;
}

export function InsertPlace({ label, places, open, onOpenChange, onPick }: InsertPlaceProps) {
  const items = useMemo(
    () => places.flatMap((group) => group.places.map((place) => itemOf(place, group.label))),
    [places],
  );
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger
        className="icon-button insert-place"
        data-size="small"
        data-look="quiet"
        aria-label={`Insert a value into ${label}`}
      >
        <Braces size={14} aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="floating" side="bottom" align="end" sideOffset={6}>
          <Base.Popup className="insert-place-popup" data-own-keys>
            <SearchList
              label="Values"
              placeholder="Which value?"
              items={items}
              onPick={(item) => onPick(item.id)}
              onLeave={() => onOpenChange(false)}
              emptyText="Nothing of that name can be read here."
            />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function itemOf({ path, label, type }: Place, group: string) {
  return {
    id: path,
    group,
    label,
    about: path,
    ...(type !== undefined && isValueType(type) ? { icon: <TypeIcon type={type} /> } : {}),
  };
}
