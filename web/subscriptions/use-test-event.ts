// Fires a test event and leads to its story.
import { useNavigate } from '@tanstack/react-router';
import type { JsonObject } from '@bellwire/model/json.ts';
import { useChange } from '../server-state/use-change.ts';

export function useTestEvent(subscriptionId: string) {
  const { mutate, error, isPending } = useChange('testTrigger');
  const navigate = useNavigate();
  return {
    error,
    isPending,
    send: (contactId: string, items: JsonObject) =>
      mutate(
        { subscriptionId, contactId, items },
        { onSuccess: ({ eventId }) => void navigate({ to: '/events/$eventId', params: { eventId } }) },
      ),
  };
}
