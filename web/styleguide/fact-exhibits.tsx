// What tells about one thing: the empty state, facts, code, sections.
import { BellRing, FlaskConical, SlidersHorizontal } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CodeBlock } from '../ui/code-block.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyValue } from '../ui/key-value.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SectionNav } from '../ui/section-nav.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Exhibit } from './exhibit.tsx';
import { sampleSales } from './sample-rows.ts';

const SAMPLE = {
  event: 'payment_paid',
  user_ns: 'f12u8842',
  context: { order_id: 1042, amount: 129, currency: 'EUR', test: false, note: null },
};

export function FactExhibits() {
  return (
    <Exhibit name="Empty state, facts, code, sections" look="grid">
      <Card>
        <NoTriggers />
      </Card>
      <Card title="Event" about="What a subscriber sees">
        <Tabs
          label="Parts of the event"
          tabs={[
            { value: 'facts', label: 'Facts', content: <EventFacts /> },
            {
              value: 'payload',
              label: 'Payload',
              count: 5,
              content: <CodeBlock label="Payload" value={SAMPLE} />,
            },
          ]}
        />
      </Card>
      <CodeBlock label="Example" value={SAMPLE} />
      <SectionNav label="Sections">
        <a href="#settings">
          <SlidersHorizontal size={15} aria-hidden /> Settings
        </a>
        <a href="#triggers" aria-current="page">
          <BellRing size={15} aria-hidden /> Triggers <span>2</span>
        </a>
        <a href="#tests">
          <FlaskConical size={15} aria-hidden /> Tests
        </a>
      </SectionNav>
    </Exhibit>
  );
}

function NoTriggers() {
  return (
    <EmptyState
      icon={<BellRing size={20} aria-hidden />}
      title="No triggers yet"
      says="A trigger tells every bot that installed your mini-app that something happened."
      act={<Button look="primary">Create trigger</Button>}
      example={
        <KeyValue
          facts={[
            ['payment_paid', 'order_id, amount, currency'],
            ['booking_moved', 'booking_id, starts_at'],
          ]}
        />
      }
    />
  );
}

function EventFacts() {
  const by = (
    <span className="with-tile">
      <LogoTile name="Acme Pay" size={20} /> Acme Pay
    </span>
  );
  return (
    <KeyValue
      facts={[
        ['Fired by', by],
        ['Contact', 'Lena Fischer'],
        ['Key', <code key="key">pay_1042</code>],
        ['Received', <RelativeTime key="at" at={sampleSales[0]?.at ?? ''} />],
      ]}
    />
  );
}
