// Every command of the command line, one line each.
import type { Command } from './command.ts';
import { check } from './check.ts';
import { fire } from './fire.ts';
import { listen } from './listen.ts';
import { newApp } from './new.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { tail } from './tail.ts';

export const commands: readonly Command[] = [newApp, check, push, pull, tail, listen, fire];
