// Keeps the name and the keywords of a flow; a new one is opened on its canvas.
import { useNavigate } from '@tanstack/react-router';
import type { FlowKind } from '@bellwire/model/flow.ts';
import { useChange } from '../server-state/use-change.ts';

interface NamedFlow {
  name: string;
  /** Of a new one: it stays so. */
  kind: FlowKind;
  keywords: string[];
}

export function useSaveFlow(botId: string, flowId: string | undefined) {
  const create = useChange('createFlow');
  const update = useChange('updateFlow');
  const navigate = useNavigate();
  return {
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
    mutate: ({ kind, ...named }: NamedFlow, onSaved: () => void) => {
      if (flowId !== undefined) update.mutate({ flowId, ...named }, { onSuccess: onSaved });
      else
        create.mutate(
          { botId, kind, ...named },
          {
            onSuccess: ({ id }) =>
              void navigate({ to: '/bots/$botId/flows/$flowId', params: { botId, flowId: id } }),
          },
        );
    },
  };
}
