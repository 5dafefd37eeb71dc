// The rules of an app outside of its flows, one line each.
import { entitiesAgree } from './entities-agree.ts';
import { grantsSound } from './grants-sound.ts';
import { hostsDeclared } from './hosts-declared.ts';
import { inputsUsed } from './inputs-used.ts';
import { namesKnown } from './names-known.ts';
import { namesUnique } from './names-unique.ts';
import { priceCurrency } from './price-currency.ts';
import { requestsReadable } from './requests-readable.ts';
import { requestsSendable } from './requests-sendable.ts';
import type { AppRule } from './rule.ts';
import { schedulesSound } from './schedules-sound.ts';
import { secureKept } from './secure-kept.ts';
import { selectsHaveSource } from './selects-have-source.ts';
import { sourcesReadable } from './sources-readable.ts';
import { testsRunnable } from './tests-runnable.ts';
import { triggersFired } from './triggers-fired.ts';
import { valuesFit } from './values-fit.ts';
import { webhooksGuarded } from './webhooks-guarded.ts';

export const appRules: Readonly<Record<string, AppRule>> = {
  namesUnique,
  namesKnown,
  secureKept,
  valuesFit,
  selectsHaveSource,
  sourcesReadable,
  requestsReadable,
  requestsSendable,
  hostsDeclared,
  inputsUsed,
  grantsSound,
  triggersFired,
  testsRunnable,
  entitiesAgree,
  priceCurrency,
  webhooksGuarded,
  schedulesSound,
};
