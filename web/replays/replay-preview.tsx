// What a replay would do: what is skipped, with a tick to do it again, and what would be done, dangerous things first.
import { TriangleAlert } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge, type Tone } from '../ui/badge.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import './replay.css';

type Preview = OutputOf<'previewReplay'>;
type Effect = Preview['effects'][number];

export interface ReplayPreviewProps {
  preview: Preview;
  /** Keys of effects that are done again. */
  again: readonly string[];
  onAgain: (again: string[]) => void;
}

export function ReplayPreview({ preview, again, onAgain }: ReplayPreviewProps) {
  const { stopped, effects, would, waitsFor, warnings } = preview;
  if (stopped !== null) return <p className="replay-warning">{stopped}</p>;
  return (
    <div className="replay-preview" aria-live="polite">
      {warnings.map((says) => (
        <p key={says} className="replay-warning">
          <TriangleAlert size={15} aria-hidden /> {says}
        </p>
      ))}
      {effects.length === 0 ? null : (
        <section>
          <h3>Done before</h3>
          <ul className="replay-list">
            {effects.map((effect) => (
              <EffectLine key={effect.key} effect={effect} again={again} onAgain={onAgain} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>Would be done now</h3>
        {would.length === 0 ? (
          <p className="replay-nothing">Nothing: all of it has been done.</p>
        ) : (
          <ul className="replay-list">
            {would.map(({ what, says }, place) => (
              <li key={place}>
                <span>{what}</span>
                <span className="replay-says">{says}</span>
              </li>
            ))}
          </ul>
        )}
        {waitsFor === null ? null : <p className="replay-nothing">{waitsFor}</p>}
      </section>
    </div>
  );
}

const planWords: Readonly<Record<Effect['plan'], { label: string; tone: Tone }>> = {
  skip: { label: 'Skipped', tone: 'ok' },
  again: { label: 'Done again', tone: 'warn' },
  'not-reached': { label: 'Not come to', tone: 'plain' },
};

interface EffectLineProps {
  effect: Effect;
  again: readonly string[];
  onAgain: (again: string[]) => void;
}

function EffectLine({ effect, again, onAgain }: EffectLineProps) {
  const { key, what, says, isDone, plan } = effect;
  const { label, tone } = isDone ? planWords[plan] : { label: 'Had failed', tone: 'bad' as const };
  return (
    <li>
      {isDone ? (
        <Checkbox
          label={`Do it again: ${what}`}
          hideLabel
          checked={again.includes(key)}
          onChange={(on) => onAgain(on ? [...again, key] : again.filter((other) => other !== key))}
        />
      ) : (
        <span />
      )}
      <span>{what}</span>
      <span className="replay-says">{says}</span>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
}
