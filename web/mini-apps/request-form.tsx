// A request that is sent outside of a flow; off until it is wanted.
import { outgoingRequestSchema, type OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { within } from '../settings-form/within.ts';
import { Switch } from '../ui/switch.tsx';
import { installPlaces, withPlaces } from './auth-places.ts';
import { useBuilder } from './builder.ts';
import { partSurroundings } from './part-surroundings.ts';
import { RequestEditor } from './request-editor.tsx';

const NEW_REQUEST: OutgoingRequest = outgoingRequestSchema.parse({
  method: 'POST',
  url: 'https://api.example.com/bellwire',
});

const words = {
  subscribe: {
    label: 'Send a request',
    about: 'Its body holds the key of the install, its ids and the auth inputs.',
  },
  unsubscribe: { label: 'Send a request', about: 'Its body holds the ids of the install.' },
} as const;

export function RequestForm({ setting }: { setting: 'subscribe' | 'unsubscribe' }) {
  const { app, complaints, change } = useBuilder();
  const request = app[setting];
  const set = (value: OutgoingRequest | null) => change([{ is: 'set-settings', set: { [setting]: value } }]);
  return (
    <div className="builder-form">
      <Switch
        {...words[setting]}
        checked={request !== undefined}
        onChange={(on) => set(on ? NEW_REQUEST : null)}
      />
      {request === undefined ? null : (
        <RequestEditor
          value={request}
          onChange={set}
          surroundings={withPlaces(partSurroundings(app, change), [installPlaces])}
          complaints={within(complaints, [setting])}
        />
      )}
    </div>
  );
}
