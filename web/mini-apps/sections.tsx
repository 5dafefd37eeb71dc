// The sections of the builder, in the order in which one builds; one line each.
import {
  Braces,
  FlaskConical,
  CalendarClock,
  FileText,
  GitFork,
  History,
  KeyRound,
  Link2,
  ListFilter,
  MousePointerClick,
  Settings,
  Truck,
  Webhook,
  Zap,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { AppPart } from '@bellwire/model/app.ts';
import { ActionsSection } from './actions-section.tsx';
import { AuthSection } from './auth-section.tsx';
import { DeliveriesSection } from './deliveries-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { FlowsSection } from './flows-section.tsx';
import { SchedulesSection } from './schedules-section.tsx';
import { SettingsSection } from './settings-section.tsx';
import { TestsSection } from './tests-section.tsx';
import { SourcesSection } from './sources-section.tsx';
import { TextSection } from './text-section.tsx';
import { TriggersSection } from './triggers-section.tsx';
import { UrlsSection } from './urls-section.tsx';
import { WebhooksSection } from './webhooks-section.tsx';
import { VersionsSection } from './versions-section.tsx';

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly icon: ComponentType<{ size?: number | string; strokeWidth?: number | string }>;
  readonly draw: ComponentType;
  /** The list of the app it shows. */
  readonly part?: AppPart;
}

export const sections: readonly Section[] = [
  {
    id: 'settings',
    label: 'Settings',
    about: 'What people see in the store, and what the app may do where it is installed.',
    icon: Settings,
    draw: SettingsSection,
  },
  {
    id: 'auth',
    label: 'Auth',
    about: 'What an installer has to give, or where they sign in, so that the app can reach its service.',
    icon: KeyRound,
    draw: AuthSection,
  },
  {
    id: 'fields',
    label: 'App fields',
    about: 'The variables of the app: what its flows read and write, and what its triggers carry.',
    icon: Braces,
    draw: FieldsSection,
    part: 'fields',
  },
  {
    id: 'actions',
    label: 'Actions',
    about: 'What a bot can have the app do: what is asked, which flow runs, and what comes back.',
    icon: MousePointerClick,
    draw: ActionsSection,
    part: 'actions',
  },
  {
    id: 'triggers',
    label: 'Triggers',
    about: 'The events that the app can fire, with the data that each of them carries.',
    icon: Zap,
    draw: TriggersSection,
    part: 'triggers',
  },
  {
    id: 'one-time-urls',
    label: 'One-time URLs',
    about: 'Addresses that work once, and bring data back into the run that made them.',
    icon: Link2,
    draw: UrlsSection,
    part: 'oneTimeUrls',
  },
  {
    id: 'webhooks',
    label: 'Webhooks',
    about: 'Lasting addresses of each install, for services that need a fixed one.',
    icon: Webhook,
    draw: WebhooksSection,
    part: 'webhooks',
  },
  {
    id: 'schedules',
    label: 'Schedules',
    about: 'What the app does by itself for each install: at times, or for each new record of a service.',
    icon: CalendarClock,
    draw: SchedulesSection,
    part: 'schedules',
  },
  {
    id: 'sources',
    label: 'Sources',
    about: 'Where selects take their options from: a list, or the service itself.',
    icon: ListFilter,
    draw: SourcesSection,
    part: 'sources',
  },
  {
    id: 'flows',
    label: 'Flows',
    about: 'What the app does, step by step.',
    icon: GitFork,
    draw: FlowsSection,
    part: 'flows',
  },
  {
    id: 'tests',
    label: 'Tests',
    about:
      'Actions and flows, played with fixed values and made-up answers: red where something else comes of them.',
    icon: FlaskConical,
    draw: TestsSection,
    part: 'tests',
  },
  {
    id: 'versions',
    label: 'Versions',
    about: 'Each version that was published, as it was.',
    icon: History,
    draw: VersionsSection,
  },
  {
    id: 'deliveries',
    label: 'Deliveries',
    about:
      'What became of each event, in every workspace that has installed the app. Nothing of the owners is shown.',
    icon: Truck,
    draw: DeliveriesSection,
  },
  {
    id: 'text',
    label: 'Text',
    about: 'The whole app as one JSON document: the same as on the screens, to be kept in git.',
    icon: FileText,
    draw: TextSection,
  },
];
