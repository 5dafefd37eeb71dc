// Tries a request with sample values, and shows what came back.
import { useState, type ReactNode } from 'react';
import type { OutgoingRequest } from '@bellwire/model/outgoing-request.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useAsk } from '../server-state/use-ask.ts';
import { placeAt, type PlaceGroup } from '../settings-form/surroundings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PickedValue } from './json-picker.tsx';
import { TrialResult } from './trial-result.tsx';
import { useTrialScene } from './trial-scene.ts';
import { placesRead, valuesFrom } from './trial-values.ts';

export interface TrialDialogProps {
  request: OutgoingRequest;
  places: readonly PlaceGroup[];
  onClose: () => void;
  picked?: (value: PickedValue) => ReactNode;
}

export function TrialDialog({ request, places, onClose, picked }: TrialDialogProps) {
  const { appId, settled } = useTrialScene();
  const trial = useAsk('tryRequest');
  const [samples, setSample] = useSamples(appId ?? 'bot');
  const read = placesRead(request);
  const send = async () => {
    await settled?.();
    const own = Object.fromEntries(read.map((path) => [path, samples[path] ?? '']));
    trial.mutate({ request, values: valuesFrom(own), ...(appId !== undefined && { appId }) });
  };
  const problem = problemElsewhere(trial.error, []);
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      size="wide"
      title="Test the request"
      about="It is really sent, once, with the values you type here. They are kept on this page only."
      footer={
        <Button look="primary" busy={trial.isPending} onClick={() => void send()}>
          {trial.data === undefined ? 'Send' : 'Send again'}
        </Button>
      }
    >
      <SampleForm {...{ read, places, samples }} onSample={setSample} onSubmit={() => void send()} />
      {problem === undefined ? null : <ProblemNote look="box" problem={problem} />}
      {trial.data === undefined ? null : <TrialResult tried={trial.data} {...(picked && { picked })} />}
    </Dialog>
  );
}

interface SampleFormProps {
  read: readonly string[];
  places: readonly PlaceGroup[];
  samples: Readonly<Record<string, string>>;
  onSample: (path: string, text: string) => void;
  onSubmit: () => void;
}

function SampleForm({ read, places, samples, onSample, onSubmit }: SampleFormProps) {
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {read.length === 0 ? <p className="field-hint">It reads no values.</p> : null}
      {read.map((path) => (
        <TextField
          key={path}
          label={placeAt(places, path)?.label ?? path}
          hint={<code>{`{{${path}}}`}</code>}
          autoComplete="off"
          value={samples[path] ?? ''}
          onChange={(text) => onSample(path, text)}
        />
      ))}
      {/* Enter in a field sends; the button for it stands in the foot. */}
      <button type="submit" hidden aria-hidden tabIndex={-1} />
    </form>
  );
}

/** Typed once, they serve every request of the app until the page is left. */
const remembered = new Map<string, Readonly<Record<string, string>>>();

function useSamples(owner: string) {
  const [samples, setSamples] = useState(() => remembered.get(owner) ?? {});
  const setSample = (path: string, text: string) => {
    const next = { ...samples, [path]: text };
    remembered.set(owner, next);
    setSamples(next);
  };
  return [samples, setSample] as const;
}
