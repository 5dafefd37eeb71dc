// How long ago or how far ahead a moment is, in words.
const STEPS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 3_600 },
  { unit: 'hour', seconds: 3_600, below: 86_400 },
  { unit: 'day', seconds: 86_400, below: 604_800 },
  { unit: 'week', seconds: 604_800, below: 2_629_800 },
  { unit: 'month', seconds: 2_629_800, below: 31_557_600 },
  { unit: 'year', seconds: 31_557_600, below: Infinity },
] as const;

/** Within 10 seconds it is "now": clocks of browser and server differ by that much without meaning anything. */
export function relativeWords(at: Date, now: Date, locale?: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const far = Math.abs(seconds);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (far < 10) return words.format(0, 'second');
  const step = STEPS.find((one) => far < one.below) ?? STEPS[6];
  return words.format(Math.trunc(seconds / step.seconds), step.unit);
}
