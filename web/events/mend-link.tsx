// Leads to where a person mends what a gate stopped at.
import type { ReactNode } from 'react';
import { ButtonLink } from '../ui/button-link.tsx';
import type { GateView } from './gate-list.tsx';
import type { Story } from './story.ts';

type Mend = NonNullable<GateView['mend']>;

interface About {
  readonly contactId: string | null;
  readonly installId: string | null;
  readonly botId: string | null;
  readonly flowId: string | null;
}

const small = { size: 'small' } as const;

const places: Readonly<Record<Mend['at'], (about: About, label: string) => ReactNode>> = {
  subscription: ({ botId }, label) =>
    botId && (
      <ButtonLink {...small} to="/bots/$botId" params={{ botId }} search={{ tab: 'automation' }}>
        {label}
      </ButtonLink>
    ),
  flow: ({ botId, flowId }, label) =>
    botId &&
    flowId && (
      <ButtonLink {...small} to="/bots/$botId/flows/$flowId" params={{ botId, flowId }}>
        {label}
      </ButtonLink>
    ),
  contact: ({ contactId }, label) =>
    contactId && (
      <ButtonLink {...small} to="/contacts/$contactId" params={{ contactId }}>
        {label}
      </ButtonLink>
    ),
  unmatched: (_about, label) => (
    <ButtonLink {...small} to="/events/unmatched">
      {label}
    </ButtonLink>
  ),
  store: (_about, label) => (
    <ButtonLink {...small} to="/store">
      {label}
    </ButtonLink>
  ),
  apps: ({ installId }, label) =>
    installId && (
      <ButtonLink {...small} to="/apps/$installId" params={{ installId }}>
        {label}
      </ButtonLink>
    ),
};

export function MendLink({ mend, about }: { mend: Mend; about: About }) {
  return places[mend.at](about, mend.label);
}

/** What stands in the way first: the gate of arrival, or of the first subscription that was stopped; with whom it is about. */
export function firstMend(story: Story): { mend: Mend; about: About } | null {
  const { contactId, installId, botId } = story;
  const stopped = story.arrival.find(({ mend }) => mend !== null)?.mend;
  if (stopped) return { mend: stopped, about: { contactId, installId, botId, flowId: null } };
  for (const decision of story.decisions) {
    const mend = decision.gates.find((gate) => gate.mend !== null)?.mend;
    if (mend) return { mend, about: aboutDecision(story, decision) };
  }
  if (story.state !== 'unheard') return null;
  return {
    mend: { label: 'Subscribe a flow', at: 'subscription' },
    about: { contactId, installId, botId, flowId: null },
  };
}

export function aboutDecision(
  { contactId, installId }: Pick<Story, 'contactId' | 'installId'>,
  { botId, flowId }: Pick<Story['decisions'][number], 'botId' | 'flowId'>,
): About {
  return { contactId, installId, botId, flowId };
}
