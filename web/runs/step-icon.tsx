// The icon of a step's type, by the name that the type declares.
import {
  Blocks,
  Braces,
  CircleHelp,
  CircleStop,
  Clock,
  CornerUpLeft,
  GitBranch,
  Globe,
  Link,
  MessageCircleQuestionMark,
  MessageSquare,
  PencilLine,
  ShoppingBag,
  Split,
  StickyNote,
  Zap,
} from 'lucide-react';

/** Only these: the whole of the icon set would be larger than all of our pages. */
const icons = {
  blocks: Blocks,
  braces: Braces,
  'circle-stop': CircleStop,
  clock: Clock,
  'corner-up-left': CornerUpLeft,
  'git-branch': GitBranch,
  globe: Globe,
  link: Link,
  'message-circle-question-mark': MessageCircleQuestionMark,
  'message-square': MessageSquare,
  'pencil-line': PencilLine,
  'shopping-bag': ShoppingBag,
  split: Split,
  'sticky-note': StickyNote,
  zap: Zap,
} as const;

export function StepIcon({ name, size = 15 }: { name: string; size?: number }) {
  const Icon = isKnown(name) ? icons[name] : CircleHelp;
  return <Icon size={size} strokeWidth={1.9} aria-hidden />;
}

function isKnown(name: string): name is keyof typeof icons {
  return Object.hasOwn(icons, name);
}
