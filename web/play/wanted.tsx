// What a step wants done, drawn: the message as a bubble, a request by its address, an event by its items.
import type { ReactNode } from 'react';
import { actionAsked } from '@bellwire/engine/play-stand-in.ts';
import type { PlayVisit } from '@bellwire/engine/play-visit.ts';
import { maskSecrets } from '@bellwire/engine/secret-mark.ts';
import type { Effect, EffectKind } from '@bellwire/model/effect.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { Money } from '../ui/money.tsx';
import { Bubble } from './bubble.tsx';

export function Wanted({ visit: { effects, call, set } }: { visit: PlayVisit }) {
  return (
    <>
      {Object.entries(set).map(([place, value]) => (
        <p key={place} className="play-wants">
          <code>{place}</code> = {JSON.stringify(value)}
        </p>
      ))}
      {effects.map((effect, place) => (
        <div key={place}>{draw(effect)}</div>
      ))}
      {call === null || actionAsked(call) !== undefined ? null : (
        <p className="play-wants">
          Would send <code>{call.method}</code> <code>{maskSecrets(call.url)}</code>
        </p>
      )}
    </>
  );
}

type Drawers = { readonly [Kind in EffectKind]: (effect: Extract<Effect, { is: Kind }>) => ReactNode };

const drawers: Drawers = {
  say: ({ content }) => <Bubble from="bot" content={content} />,
  order: ({ order }) => (
    <p className="play-wants">
      Order {order.number} is {order.status}: <Money minor={order.total} currency={order.currency} />
    </p>
  ),
  tag: ({ add, remove }) => (
    <p className="play-wants">
      Tags: {[...add.map((name) => `+${name}`), ...remove.map((name) => `−${name}`)].join(' ')}
    </p>
  ),
  pause: ({ until }) => (
    <p className="play-wants">
      {until === null
        ? 'The bot talks again'
        : `The bot keeps quiet until ${new Date(until).toLocaleString()}`}
    </p>
  ),
  fire: ({ trigger, items }) => (
    <>
      <p className="play-wants">
        Would fire <code>{trigger}</code>
      </p>
      <CodeBlock label="Items" value={items} maxHeight={160} />
    </>
  ),
  'make-url': ({ url, expiresAt }) => (
    <p className="play-wants">
      Would make the one-time URL <code>{url}</code>, until {new Date(expiresAt).toLocaleTimeString()}
    </p>
  ),
};

function draw<Kind extends EffectKind>(effect: Extract<Effect, { is: Kind }>): ReactNode {
  const drawer: Drawers[Kind] = drawers[effect.is];
  return drawer(effect);
}
