// Where one can go from anywhere: the rail, the phone's bar and the command palette are made from this list.
import { AppWindow, Blocks, Bot, House, Inbox, Settings, Store, Users, Zap } from 'lucide-react';

/** `bar` puts a place on the phone's bottom bar; the others are behind "More". */
export const places = [
  { to: '/', label: 'Home', icon: House, bar: true, about: 'What happened today, and what to do next.' },
  {
    to: '/bots',
    label: 'Bots',
    icon: Bot,
    bar: true,
    about: 'Your chatbots, their flows and what sets them going.',
  },
  {
    to: '/inbox',
    label: 'Inbox',
    icon: Inbox,
    bar: true,
    about: 'Every talk with a contact; take over when a person is needed.',
  },
  {
    to: '/contacts',
    label: 'Contacts',
    icon: Users,
    bar: false,
    about: 'The people your bots talk to, and what is known of them.',
  },
  {
    to: '/apps',
    label: 'Apps',
    icon: AppWindow,
    bar: false,
    about: 'Mini-apps installed in this workspace.',
  },
  {
    to: '/store',
    label: 'Store',
    icon: Store,
    bar: false,
    about: 'Find a mini-app and add it to your bots.',
  },
  {
    to: '/mini-apps',
    label: 'My mini-apps',
    icon: Blocks,
    bar: false,
    about: 'Build, publish and sell mini-apps of your own.',
  },
  {
    to: '/events',
    label: 'Events',
    icon: Zap,
    bar: true,
    about: 'Every trigger that was fired, and what became of it.',
  },
  {
    to: '/settings',
    label: 'Settings',
    icon: Settings,
    bar: false,
    about: 'Members, keys, limits and retention of this workspace.',
  },
] as const;
