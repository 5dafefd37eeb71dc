// The channel by which workers hear that one of them has come or gone: a hint to look now rather than at the next beat.

export const ownersChannel = 'bellwire_owners';
