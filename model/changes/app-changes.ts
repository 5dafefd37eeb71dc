// The kinds of changes of an app outside of its flows' steps, one line each.
import type { AppChange } from './app-change.ts';
import type { AppChangeKind } from './change-kind.ts';
import { movePart } from './move-part.ts';
import { putPart } from './put-part.ts';
import { removePart } from './remove-part.ts';
import { renamePart } from './rename-part.ts';
import { replace } from './replace.ts';
import { setAuth } from './set-auth.ts';
import { setSettings } from './set-settings.ts';

export const appChanges: { readonly [Is in AppChange['is']]: AppChangeKind<Is> } = {
  'set-settings': setSettings,
  'set-auth': setAuth,
  'put-part': putPart,
  'remove-part': removePart,
  'rename-part': renamePart,
  'move-part': movePart,
  replace,
};
