// The ground: colours, type, the mark, buttons, badges.
import { Plus, Settings, Trash2 } from 'lucide-react';
import { LogoMark } from '../design/logo-mark.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { Exhibit } from './exhibit.tsx';

const COLOURS = ['paper', 'surface', 'raised', 'sunken', 'line', 'ink', 'accent', 'accent-soft', 'ok', 'warn', 'bad'];
const nothing = () => undefined;

export function LookExhibits() {
  return (
    <>
      <Exhibit name="Mark and colours">
        <LogoMark size={16} />
        <LogoMark size={28} />
        <LogoMark size={64} />
        {COLOURS.map((colour) => (
          <span className="swatch" key={colour}>
            <i style={{ background: `var(--${colour})` }} />
            {colour}
          </span>
        ))}
      </Exhibit>
      <Exhibit name="Type" look="plain">
        <div className="type-scale">
          <span style={{ fontSize: 28, lineHeight: '36px', fontWeight: 640, letterSpacing: '-0.02em' }}>The bell rings, the wire carries</span>
          <span style={{ fontSize: 20, lineHeight: '28px', fontWeight: 640 }}>Payment received, order marked as paid</span>
          <span style={{ fontSize: 16, lineHeight: '24px', fontWeight: 640 }}>A trigger starts a flow for exactly the right contact</span>
          <span>Body: when something happens, the app fires a trigger, and the owner’s chatbot acts. 0123456789</span>
          <span style={{ fontSize: 12, color: 'var(--ink-faint)' }}>Small and faint: 1,204 events, 12 parked, last fired 3 min. ago</span>
        </div>
      </Exhibit>
      <Exhibit name="Buttons">
        <Button look="primary" icon={<Plus size={16} aria-hidden />}>
          New trigger
        </Button>
        <Button>Send test event</Button>
        <Button look="quiet">Cancel</Button>
        <Button look="danger">Uninstall</Button>
        <Button look="primary" busy>
          Publishing
        </Button>
        <Button disabled>Not yet</Button>
        <Button size="small">Small</Button>
        <IconButton label="Settings" icon={<Settings size={16} aria-hidden />} />
        <IconButton label="Delete" icon={<Trash2 size={16} aria-hidden />} look="plain" keys="Del" />
      </Exhibit>
      <Exhibit name="Badges, tiles, states">
        <Badge>Draft</Badge>
        <Badge tone="accent">Public</Badge>
        <Badge tone="ok" dot>
          Done
        </Badge>
        <Badge tone="warn" dot>
          Parked
        </Badge>
        <Badge tone="bad" dot>
          Failed
        </Badge>
        <LogoTile name="Acme Pay" size={40} />
        <LogoTile name="Booking Desk" />
        <LogoTile name="Parcel Track" size={24} />
        <LogoTile name="Ada Holm" round />
        <SaveState saving={{ is: 'saved' }} />
        <SaveState saving={{ is: 'saving' }} />
        <SaveState saving={{ is: 'failed', says: 'Not saved: no connection.', onRetry: nothing }} />
      </Exhibit>
    </>
  );
}
