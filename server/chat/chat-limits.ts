// How much one visitor and one address may ask of the web chat.
import { createRateLimit } from '../people/rate-limit.ts';
import type { RateLimit, RateLimitOptions } from '../people/rate-limit.ts';

type Rate = Pick<RateLimitOptions, 'burst' | 'refillPerMinute'>;

export interface ChatLimits {
  /** Open at once in this process: each holds about 20 kB. */
  readonly connections: number;
  /** Open at once from one address, behind which there may be a whole office. */
  readonly connectionsPerAddress: number;
  readonly connectsPerAddress: Rate;
  readonly newContactsPerAddress: Rate;
  readonly messagesPerAddress: Rate;
  readonly messagesPerVisitor: Rate;
  /** Frames of any kind: a page that sends more is not ours. */
  readonly framesPerConnection: Rate;
}

export const usualChatLimits: ChatLimits = {
  connections: 10_000,
  connectionsPerAddress: 500,
  connectsPerAddress: { burst: 200, refillPerMinute: 300 },
  newContactsPerAddress: { burst: 30, refillPerMinute: 20 },
  messagesPerAddress: { burst: 200, refillPerMinute: 600 },
  messagesPerVisitor: { burst: 15, refillPerMinute: 60 },
  framesPerConnection: { burst: 60, refillPerMinute: 600 },
};

/** The limits at work; `frames` makes one for each connection. */
export interface ChatGuards {
  readonly connects: RateLimit;
  readonly newContacts: RateLimit;
  readonly addressMessages: RateLimit;
  readonly visitorMessages: RateLimit;
  frames(): RateLimit;
}

export function createChatGuards(limits: ChatLimits): ChatGuards {
  const now = () => performance.now();
  const limit = (rate: Rate) => createRateLimit({ ...rate, now });
  return {
    connects: limit(limits.connectsPerAddress),
    newContacts: limit(limits.newContactsPerAddress),
    addressMessages: limit(limits.messagesPerAddress),
    visitorMessages: limit(limits.messagesPerVisitor),
    frames: () => createRateLimit({ ...limits.framesPerConnection, maxKeys: 1, now }),
  };
}
