// Imports a text as a new mini-app, under a name that is free, and opens its builder.
import { useNavigate } from '@tanstack/react-router';
import { jsonObject } from '@bellwire/model/json.ts';
import { problemElsewhere } from '../server-state/problem-words.ts';
import { useChange } from '../server-state/use-change.ts';
import { ImportDialog } from './import-dialog.tsx';

export function ImportNewApp({ onClose }: { onClose: () => void }) {
  const create = useChange('createApp');
  const navigate = useNavigate();
  return (
    <ImportDialog
      onClose={onClose}
      act="Make this mini-app"
      busy={create.isPending}
      problem={problemElsewhere(create.error, [])}
      onTake={({ app, freeName }) =>
        create.mutate(
          { definition: jsonObject(app), name: freeName },
          {
            onSuccess: ({ id: appId }) =>
              void navigate({ to: '/mini-apps/$appId/$section', params: { appId, section: 'actions' } }),
          },
        )
      }
    />
  );
}
