// The dialog of what is to be done with one subscription.
import { CatchUpDialog } from './catch-up-dialog.tsx';
import { DeleteSubscriptionDialog } from './delete-subscription-dialog.tsx';
import { PointDialog } from './point-dialog.tsx';
import { SubscriptionDialog } from './subscription-dialog.tsx';
import type { SubscriptionAct } from './subscription.ts';
import { TestEventDialog } from './test-event-dialog.tsx';

export function SubscriptionActDialog({ is, ...props }: SubscriptionAct & { onClose: () => void }) {
  if (is === 'edit') return <SubscriptionDialog botId={props.subscription.botId} {...props} />;
  if (is === 'point') return <PointDialog {...props} />;
  if (is === 'catch-up') return <CatchUpDialog {...props} />;
  return is === 'test' ? <TestEventDialog {...props} /> : <DeleteSubscriptionDialog {...props} />;
}
