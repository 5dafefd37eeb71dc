// Settings under which no fire is refused for coming too fast.

/** For programs that measure what a server can do, not what it lets one sender do. */
export const noFireLimits = {
  BELLWIRE_FIRE_RATE: '1000000',
  BELLWIRE_FIRE_BURST: '1000000',
  BELLWIRE_WORKSPACE_FIRE_RATE: '1000000',
  BELLWIRE_WORKSPACE_FIRE_BURST: '1000000',
  BELLWIRE_MOST_WAITING: '100000000',
} as const;
