// What helps to write a request: filling it from a cURL command, and trying it.
import { FlaskConical, Terminal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import type { PlaceGroup } from '../settings-form/surroundings.ts';
import { Button } from '../ui/button.tsx';
import { CurlDialog } from './curl-dialog.tsx';
import type { PickedValue } from './json-picker.tsx';
import { requestIn } from './request-in-form.ts';
import { TrialDialog } from './trial-dialog.tsx';
import './requests.css';

export interface RequestToolsProps {
  /** What the form holds. */
  values: JsonObject;
  onRequest: (request: OutgoingRequest) => void;
  places: readonly PlaceGroup[];
  /** What can be done with a value of the answer that was clicked. */
  picked?: (value: PickedValue) => ReactNode;
}

export function RequestTools({ values, onRequest, places, picked }: RequestToolsProps) {
  const [open, setOpen] = useState<'curl' | 'trial'>();
  const request = requestIn(values);
  const close = () => setOpen(undefined);
  return (
    <div className="request-tools">
      <Button size="small" icon={<Terminal size={14} aria-hidden />} onClick={() => setOpen('curl')}>
        Paste a cURL command
      </Button>
      <Button
        size="small"
        icon={<FlaskConical size={14} aria-hidden />}
        disabled={request === undefined}
        onClick={() => setOpen('trial')}
      >
        Test
      </Button>
      {open === 'curl' ? <CurlDialog onClose={close} onRequest={onRequest} /> : null}
      {open === 'trial' && request !== undefined ? (
        <TrialDialog request={request} places={places} onClose={close} {...(picked && { picked })} />
      ) : null}
    </div>
  );
}
