// The kinds of documents that can be imported, one line each; the first that knows a document takes it.
import { bellwireApp } from './bellwire-app.ts';
import type { ImportKind } from './import-kind.ts';
import { miniAppOne } from './mini-app-one/mini-app-one.ts';
import { openApi } from './openapi/openapi.ts';

export const importKinds: readonly ImportKind[] = [bellwireApp, openApi, miniAppOne];
