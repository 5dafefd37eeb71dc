// The handlers of signing up, in and out.
import type { peopleOperations } from '@bellwire/model/operations/people.ts';
import type { Handlers } from '../http/handler.ts';
import { meHandlers } from './me.ts';
import { createRateLimit } from './rate-limit.ts';
import { createSignIn } from './sign-in.ts';
import { createSignUp } from './sign-up.ts';

/** Made once for each server: they remember who has tried how often. */
export function createPeopleHandlers(now = () => performance.now()): Handlers<keyof typeof peopleOperations> {
  return {
    ...meHandlers,
    signUp: createSignUp(createRateLimit({ burst: 20, refillPerMinute: 2, now })),
    signIn: createSignIn({
      byAccount: createRateLimit({ burst: 10, refillPerMinute: 2, now }),
      byAddress: createRateLimit({ burst: 50, refillPerMinute: 10, now }),
    }),
  };
}
