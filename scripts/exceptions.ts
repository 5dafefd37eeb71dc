// The only files that may break a rule of the house, each with its reason.
import type { Exception } from './fault.ts';

/**
 * `rule` is what stands in brackets behind the message of `npm run check`. A file listed with
 * `lint/consistent-type-assertions` is a border: it checks unknown data and then names its type.
 */
export const exceptions: readonly Exception[] = [];
