// The sample canvas on a page of its own; ?steps=500 tries its speed, ?run, ?down and ?chosen its states.
import { useSearch } from '@tanstack/react-router';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { SaveState } from '../ui/save-state.tsx';
import { Page } from '../shell/page.tsx';
import { largeFlow, sampleEntries, sampleSteps } from './sample-flow.ts';
import { SampleCanvas } from './sample-canvas.tsx';

export function CanvasScreen() {
  const { steps = 0, run = false, down = false, chosen } = useSearch({ from: '/styleguide/canvas' });
  const flow =
    steps > 0 ? { steps: largeFlow(steps), entries: [] } : { steps: sampleSteps, entries: sampleEntries };
  return (
    <Page
      width="full"
      title="After payment"
      mark={<Badge tone={run ? 'ok' : 'plain'}>{run ? 'Run of 3 min. ago' : 'Draft'}</Badge>}
      acts={
        <>
          <SaveState saving={{ is: 'saved' }} />
          <Button>Play</Button>
          <Button look="primary">Publish</Button>
        </>
      }
    >
      <SampleCanvas
        flow={flow}
        withRun={run}
        direction={down ? 'down' : 'right'}
        selected={chosen === undefined ? [] : [chosen]}
      />
    </Page>
  );
}
