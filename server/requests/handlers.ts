// The handlers of requests that are made while one builds or fills in a form.
import type { requestOperations } from '@bellwire/model/operations/requests.ts';
import type { Handlers } from '../http/handler.ts';
import { readOptions } from '../sources/read-options.ts';
import { tryRequest } from './try-request.ts';

export const requestHandlers: Handlers<keyof typeof requestOperations> = { tryRequest, readOptions };
