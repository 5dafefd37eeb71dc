// Keeps a subscription; a new flow for it is made first.
import { useNavigate } from '@tanstack/react-router';
import type { ProblemError } from '@bellwire/sdk/client.ts';
import { useChange } from '../server-state/use-change.ts';
import { toast } from '../ui/toast.tsx';
import type { SubscriptionDraft } from './subscription-draft.ts';

export interface SaveSubscription {
  mutate: (draft: SubscriptionDraft, onSaved: () => void) => void;
  isPending: boolean;
  error: ProblemError | null;
}

export function useSaveSubscription(botId: string, subscriptionId: string | undefined): SaveSubscription {
  const createFlow = useChange('createFlow');
  const create = useChange('createSubscription');
  const update = useChange('updateSubscription');
  const navigate = useNavigate();
  const save = (draft: SubscriptionDraft, flowId: string, onSaved: () => void) => {
    const { installId, trigger, enabled, filter, note, mappings } = draft;
    const input = { enabled, filter, note: note.trim(), mappings: [...mappings], flowId };
    if (subscriptionId === undefined)
      create.mutate({ botId, installId, trigger, ...input }, { onSuccess: onSaved });
    else update.mutate({ subscriptionId, ...input }, { onSuccess: onSaved });
  };
  return {
    isPending: createFlow.isPending || create.isPending || update.isPending,
    error: createFlow.error ?? create.error ?? update.error,
    mutate: (draft, onSaved) => {
      if (draft.flowId !== null) {
        save(draft, draft.flowId, onSaved);
        return;
      }
      createFlow.mutate(
        { botId, name: draft.newFlowName.trim() },
        {
          onSuccess: ({ id: flowId }) =>
            save(draft, flowId, () => {
              onSaved();
              toast({ says: 'Draw the flow and publish it: events wait until then.' });
              void navigate({ to: '/bots/$botId/flows/$flowId', params: { botId, flowId } });
            }),
        },
      );
    },
  };
}
