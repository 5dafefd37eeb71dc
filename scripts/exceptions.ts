// The only files that may break a rule of the house, each with its reason.
import type { Exception } from './fault.ts';

/**
 * `rule` is what stands in brackets behind the message of `npm run check`. A file listed with
 * `lint/consistent-type-assertions` or `lint/no-unsafe-…` is a border: it has checked what it names the type of.
 */
export const exceptions: readonly Exception[] = [
  {
    file: 'model/app-schema.ts',
    rule: 'lint/no-thenable',
    because: '"then" is a keyword of JSON Schema.',
  },
  {
    file: 'model/settings/kinds.ts',
    rule: 'lint/consistent-type-assertions',
    because: 'The table is typed kind by kind; looking up a kind that is only known at run time cannot be.',
  },
  {
    file: 'server/database/value-types.ts',
    rule: 'lint/no-unsafe-assignment',
    because: 'The driver types its parsers as any.',
  },
  {
    file: 'server/database/value-types.ts',
    rule: 'lint/no-unsafe-return',
    because: 'The driver types its parsers as any.',
  },
  {
    file: 'server/sandbox/script-thread.ts',
    rule: 'lint/require-post-message-target-origin',
    because: 'A thread has no origin; the rule is about windows.',
  },
  {
    file: 'server/sandbox/script-worker.ts',
    rule: 'lint/require-post-message-target-origin',
    because: 'A thread has no origin; the rule is about windows.',
  },
  {
    file: 'web/canvas/layered-layout.ts',
    rule: 'lint/no-unsafe-assignment',
    because:
      'The types of dagre do not resolve in ES modules; what we use of it is typed there, and laid out in its test.',
  },
  {
    file: 'web/chat/media-body.tsx',
    rule: 'lint/media-has-caption',
    because:
      'Sounds and films of other people come without a track of captions; their caption stands below them.',
  },
  {
    file: 'web/contacts/media-content.tsx',
    rule: 'lint/media-has-caption',
    because:
      'Sounds and films of other people come without a track of captions; their caption stands below them.',
  },
  {
    file: 'test/crash/history.ts',
    rule: 'lint/consistent-type-assertions',
    because: 'The lines are read back by the run that has written them, a million of them.',
  },
];
