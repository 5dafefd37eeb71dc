// The ground: the mark, colours, type, buttons, badges.
import { Plus, Settings, Trash2 } from 'lucide-react';
import { LogoMark } from '../design/logo-mark.tsx';
import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { Exhibit } from './exhibit.tsx';

const COLOURS = [
  'paper',
  'surface',
  'raised',
  'sunken',
  'line',
  'ink',
  'accent',
  'accent-soft',
  'ok',
  'warn',
  'bad',
];
const STATES: readonly (readonly [Tone, string])[] = [
  ['plain', 'Draft'],
  ['accent', 'Public'],
  ['ok', 'Done'],
  ['warn', 'Parked'],
  ['bad', 'Failed'],
];

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
      <TypeExhibit />
      <ButtonExhibit />
      <StateExhibit />
    </>
  );
}

function TypeExhibit() {
  return (
    <Exhibit name="Type" look="plain">
      <div className="type-scale">
        <span data-size="display">The bell rings, the wire carries</span>
        <span data-size="title">Payment received, order marked as paid</span>
        <span data-size="large">A trigger starts a flow for exactly the right contact</span>
        <span>Body: the app fires a trigger, and the owner’s chatbot acts. 0123456789</span>
        <span data-size="small">Small and faint: 1,204 events, 12 parked, last fired 3 min. ago</span>
      </div>
    </Exhibit>
  );
}

function ButtonExhibit() {
  return (
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
  );
}

function StateExhibit() {
  return (
    <Exhibit name="Badges, tiles, states">
      {STATES.map(([tone, word]) => (
        <Badge key={word} tone={tone} dot={tone !== 'plain'}>
          {word}
        </Badge>
      ))}
      <LogoTile name="Acme Pay" size={40} />
      <LogoTile name="Booking Desk" />
      <LogoTile name="Parcel Track" size={24} />
      <LogoTile name="Ada Holm" round />
      <SaveState saving={{ is: 'saved' }} />
      <SaveState saving={{ is: 'saving' }} />
      <SaveState saving={{ is: 'failed', says: 'Not saved: no connection.', onRetry: () => undefined }} />
    </Exhibit>
  );
}
