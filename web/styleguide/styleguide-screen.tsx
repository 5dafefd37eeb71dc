// Every part in every state on one page: what we look at before it is used anywhere.
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../shell/page.tsx';
import { Exhibit } from './exhibit.tsx';
import { FormExhibits } from './form-exhibits.tsx';
import { TableExhibits } from './table-exhibits.tsx';
import { FactExhibits } from './fact-exhibits.tsx';
import { LookExhibits } from './look-exhibits.tsx';
import { OverExhibits } from './over-exhibits.tsx';
import { SampleCanvas } from './sample-canvas.tsx';
import { sampleEntries, sampleSteps } from './sample-flow.ts';

export function StyleguideScreen() {
  return (
    <Page
      crumbs={[
        <a key="home" href="/">
          Home
        </a>,
      ]}
      title="Style guide"
      mark={<Badge tone="accent">v1</Badge>}
      about="Every part in every state; look here before making a new one."
      acts={
        <>
          <Button>Discard</Button>
          <Button look="primary">Publish</Button>
        </>
      }
    >
      <div className="styleguide">
        <LookExhibits />
        <OverExhibits />
        <FormExhibits />
        <TableExhibits />
        <FactExhibits />
        <Exhibit name="Flow canvas" look="plain">
          <div className="styleguide-canvas">
            <SampleCanvas flow={{ steps: sampleSteps, entries: sampleEntries }} />
          </div>
        </Exhibit>
      </div>
    </Page>
  );
}
