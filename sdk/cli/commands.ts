// Every command of the command line, one line each.
import type { Command } from './command.ts';
import { fire } from './fire.ts';
import { listen } from './listen.ts';
import { tail } from './tail.ts';

export const commands: readonly Command[] = [tail, listen, fire];
