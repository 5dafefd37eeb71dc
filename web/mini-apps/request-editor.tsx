// The form of a request of the app, wherever one stands, with what helps to write it.
import type { ReactNode } from 'react';
import { jsonObject } from '@bellwire/model/json.ts';
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { requestFields } from '@bellwire/model/outgoing-request-fields.ts';
import type { PickedValue } from '../requests/json-picker.tsx';
import { RequestTools } from '../requests/request-tools.tsx';
import type { Surroundings } from '../settings-form/surroundings.ts';
import type { Told } from '../server-state/problem-words.ts';
import { ShapedForm } from './shaped-form.tsx';

export interface RequestEditorProps {
  value: OutgoingRequest;
  onChange: (request: OutgoingRequest) => void;
  surroundings: Surroundings;
  /** Their paths begin at the request. */
  complaints: readonly Told[];
  /** What can be done with a value of the answer that was clicked. */
  picked?: (value: PickedValue) => ReactNode;
}

export function RequestEditor({ value, onChange, surroundings, complaints, picked }: RequestEditorProps) {
  return (
    <div className="builder-form">
      <RequestTools
        values={jsonObject(value)}
        onRequest={onChange}
        places={surroundings.places}
        {...(picked && { picked })}
      />
      <ShapedForm
        fields={requestFields}
        schema={outgoingRequestSchema}
        value={value}
        onChange={onChange}
        surroundings={surroundings}
        complaints={complaints}
      />
    </div>
  );
}
