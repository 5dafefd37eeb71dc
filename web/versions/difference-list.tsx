// What changed between two definitions: what installers will notice first, then every part that is not what it was.
import { CircleAlert, CircleFadingPlus, KeyRound } from 'lucide-react';
import type { AppDifference, Difference } from '@bellwire/model/difference/differ.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import './versions.css';

const icons = { breaks: CircleAlert, asks: KeyRound, brings: CircleFadingPlus };
const labels = { breaks: 'Breaks', asks: 'Asks for consent', brings: 'New' };
const tones: Readonly<Record<Difference['is'], Tone>> = {
  added: 'ok',
  removed: 'bad',
  changed: 'accent',
};

export function DifferenceList({ difference }: { difference: AppDifference }) {
  const { changes, meanings } = difference;
  if (changes.length === 0) return <p className="builder-quiet">Nothing is different.</p>;
  return (
    <div className="difference">
      {meanings.length === 0 ? (
        <p className="builder-quiet">Whoever has installed it will notice nothing of it.</p>
      ) : (
        <ul className="difference-meanings" aria-label="What it means for installers">
          {meanings.map(({ is, says }) => (
            <Meaning key={says} is={is} says={says} />
          ))}
        </ul>
      )}
      <ul className="difference-changes" aria-label="What changed">
        {changes.map((change) => (
          <Change key={`${change.key} ${change.name ?? ''} ${change.says}`} change={change} />
        ))}
      </ul>
    </div>
  );
}

function Meaning({ is, says }: AppDifference['meanings'][number]) {
  const Icon = icons[is];
  return (
    <li data-is={is}>
      <Icon size={15} aria-label={labels[is]} />
      <span>{says}</span>
    </li>
  );
}

function Change({ change: { is, says, details } }: { change: Difference }) {
  if (details.length === 0) {
    return (
      <li>
        <Badge tone={tones[is]}>{is}</Badge> {says}
      </li>
    );
  }
  return (
    <li>
      <details>
        <summary>
          <Badge tone={tones[is]}>{is}</Badge> {says}
        </summary>
        <ul>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}
