// A picture of an app, a bot or a person; without one, its first letters on a colour that stays the same.
import { useState } from 'react';
import './logo-tile.css';

const TONES = ['talk', 'logic', 'data', 'outside', 'entry'] as const;

export interface LogoTileProps {
  name: string;
  picture?: string;
  size?: 20 | 24 | 32 | 40 | 64;
  round?: boolean;
}

/** Decorative: the name always stands beside it, so it is not read aloud. */
export function LogoTile({ name, picture, size = 32, round = false }: LogoTileProps) {
  const [broken, setBroken] = useState(false);
  return (
    <span
      className="logo-tile"
      data-tone={TONES[toneOf(name)]}
      data-round={round || undefined}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}
      aria-hidden
    >
      {picture === undefined || broken ? (
        lettersOf(name, size)
      ) : (
        <img src={picture} alt="" width={size} height={size} loading="lazy" onError={() => setBroken(true)} />
      )}
    </span>
  );
}

function lettersOf(name: string, size: number): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = words.slice(0, size < 32 ? 1 : 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}

function toneOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES.length;
}
