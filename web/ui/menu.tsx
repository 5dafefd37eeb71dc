// A list of acts behind a button.
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import './popup.css';

export interface MenuAct {
  label: string;
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Shown with a tick; for choices such as the theme. */
  chosen?: boolean;
  onPick: () => void;
}

export interface MenuGroup {
  label?: string;
  acts: readonly MenuAct[];
}

export interface MenuProps {
  /** The button that opens it. */
  opener: ReactElement;
  groups: readonly MenuGroup[];
  /** Shown above all groups, for instance who is signed in. */
  head?: ReactNode;
  side?: 'top' | 'bottom' | 'right';
  align?: 'start' | 'end';
}

export function Menu({ opener, groups, head, side = 'bottom', align = 'end' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={opener} />
      <Base.Portal>
        <Base.Positioner className="floating" sideOffset={4} side={side} align={align}>
          <Base.Popup className="popup">
            {head}
            {groups.map((group, place) => (
              <MenuGroupItems
                key={group.label ?? place}
                group={group}
                ruled={place > 0 || head !== undefined}
              />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuGroupItems({ group, ruled }: { group: MenuGroup; ruled: boolean }) {
  return (
    <>
      {ruled ? <Base.Separator className="popup-line" /> : null}
      <Base.Group>
        {group.label === undefined ? null : (
          <Base.GroupLabel className="popup-group">{group.label}</Base.GroupLabel>
        )}
        {group.acts.map((act) => (
          <Base.Item
            key={act.label}
            className="popup-item"
            data-danger={act.danger || undefined}
            disabled={act.disabled ?? false}
            onClick={act.onPick}
          >
            {act.icon}
            <span className="popup-words">{act.label}</span>
            {act.keys === undefined ? null : <span className="popup-keys">{act.keys}</span>}
            {act.chosen ? <span className="popup-tick">✓</span> : null}
          </Base.Item>
        ))}
      </Base.Group>
    </>
  );
}
