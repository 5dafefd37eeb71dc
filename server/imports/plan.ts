// What an importer finds in a foreign description, in our words: actions, each with its requests, not yet an app.
import type { z } from 'zod';
import type { Input } from '@bellwire/model/input.ts';
import type { outgoingRequestSchema } from '@bellwire/model/outgoing-request.ts';
import type { ValueType } from '@bellwire/model/value-type.ts';

/** What has a default may be left out. Its texts have places: `{{auth.api_key}}`, `{{app.amount}}`. */
export type RequestInput = z.input<typeof outgoingRequestSchema>;

export type RequestAuth = Pick<
  RequestInput,
  'auth' | 'token' | 'user' | 'password' | 'keyIn' | 'keyName' | 'key'
>;

export type RequestBody = Pick<RequestInput, 'body' | 'json' | 'form' | 'parts' | 'text' | 'contentType'>;

export interface PlannedRequest {
  readonly label: string;
  readonly request: RequestInput;
  /** From the answer into app fields. */
  readonly mappings: readonly { readonly path: string; readonly field: string }[];
}

export interface PlannedAction {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly inputs: readonly Input[];
  /** Made one after the other. */
  readonly requests: readonly PlannedRequest[];
  readonly outputs: readonly { readonly name: string; readonly label: string; readonly field: string }[];
}

export interface PlannedField {
  readonly name: string;
  readonly label: string;
  readonly type: ValueType;
  readonly secure?: boolean;
}
