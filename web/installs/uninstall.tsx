// Uninstalls an app, after saying what that ends.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { useChange } from '../server-state/use-change.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.tsx';

export function Uninstall({ install: { id, name } }: { install: OutputOf<'getInstall'> }) {
  const uninstall = useChange('uninstallApp');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const confirm = () =>
    uninstall.mutate(
      { installId: id },
      {
        onSuccess: () => {
          void navigate({ to: '/apps' });
          toast({ says: `${name} is uninstalled.` });
        },
        onError: ({ message }) => toast({ says: message, tone: 'bad' }),
      },
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>Uninstall</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Uninstall ${name}?`}
        consequence="Its key and its one-time URLs stop working, and flows that use its actions fail there. Subscriptions and past events stay in sight."
        act="Uninstall"
        busy={uninstall.isPending}
        onConfirm={confirm}
      />
    </>
  );
}
