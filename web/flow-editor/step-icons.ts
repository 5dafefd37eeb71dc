// The icons that step types name; one that is not here yet is drawn as a plain box until a line is added.
import {
  Blocks,
  Box,
  Braces,
  CirclePause,
  CircleStop,
  CodeXml,
  Clock,
  CornerUpLeft,
  GitBranch,
  Globe,
  Link,
  LogOut,
  MessageCircleQuestionMark,
  MessageSquare,
  PencilLine,
  ShoppingBag,
  Split,
  StickyNote,
  Tag,
  Workflow,
  Zap,
} from 'lucide-react';
import type { Icon } from '../canvas/canvas-model.ts';

const icons: ReadonlyMap<string, Icon> = new Map<string, Icon>([
  ['blocks', Blocks],
  ['braces', Braces],
  ['circle-pause', CirclePause],
  ['circle-stop', CircleStop],
  ['clock', Clock],
  ['code-xml', CodeXml],
  ['corner-up-left', CornerUpLeft],
  ['git-branch', GitBranch],
  ['globe', Globe],
  ['link', Link],
  ['log-out', LogOut],
  ['message-circle-question-mark', MessageCircleQuestionMark],
  ['message-square', MessageSquare],
  ['pencil-line', PencilLine],
  ['shopping-bag', ShoppingBag],
  ['split', Split],
  ['sticky-note', StickyNote],
  ['tag', Tag],
  ['workflow', Workflow],
  ['zap', Zap],
]);

export function stepIcon(name: string): Icon {
  return icons.get(name) ?? Box;
}
