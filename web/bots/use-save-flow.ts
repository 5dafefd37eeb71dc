// Keeps the name and the keywords of a flow; a new one is opened on its canvas.
import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../server-state/use-change.ts';

export function useSaveFlow(botId: string, flowId: string | undefined) {
  const create = useChange('createFlow');
  const update = useChange('updateFlow');
  const navigate = useNavigate();
  return {
    isPending: create.isPending || update.isPending,
    error: create.error ?? update.error,
    mutate: (named: { name: string; keywords: string[] }, onSaved: () => void) => {
      if (flowId !== undefined) update.mutate({ flowId, ...named }, { onSuccess: onSaved });
      else
        create.mutate(
          { botId, ...named },
          {
            onSuccess: ({ id }) =>
              void navigate({ to: '/bots/$botId/flows/$flowId', params: { botId, flowId: id } }),
          },
        );
    },
  };
}
