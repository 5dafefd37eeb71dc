// What sets a bot's flow going, as the canvas draws it before the first step.
import { MessageCircle, MessageSquareQuote, Zap } from 'lucide-react';
import type { CanvasEntry } from '../canvas/canvas-model.ts';
import type { FlowView } from './bot-views.ts';

export function flowEntries(
  { keywords, startedBy }: Pick<FlowView, 'keywords' | 'startedBy'>,
  isMain: boolean,
): Omit<CanvasEntry, 'to'>[] {
  const said = { id: 'keywords', label: 'Keywords', summary: keywords.join(', '), icon: MessageSquareQuote };
  const main = { id: 'main', label: 'Main flow', summary: 'What no keyword answers', icon: MessageCircle };
  return [
    ...startedBy.map(({ subscriptionId, label }) => ({
      id: subscriptionId,
      label: 'Trigger',
      summary: label,
      icon: Zap,
    })),
    ...(keywords.length > 0 ? [said] : []),
    ...(isMain ? [main] : []),
  ];
}
