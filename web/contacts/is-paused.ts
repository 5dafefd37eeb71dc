// Whether the bot keeps quiet for a contact at this moment.
export function isPaused({ pausedUntil }: { pausedUntil: string | null }, now = Date.now()): boolean {
  return pausedUntil !== null && Date.parse(pausedUntil) > now;
}
