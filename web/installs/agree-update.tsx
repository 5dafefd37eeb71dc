// What the newest version of an installed app asks for beyond what was agreed to, and the button that agrees.
import { useState } from 'react';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { useChange } from '../server-state/use-change.ts';
import { useOperation } from '../server-state/use-operation.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { toast } from '../ui/toast.tsx';
import { ConnectionForm } from './connection-form.tsx';

type Install = OutputOf<'getInstall'>;
type Update = OutputOf<'getInstallUpdate'>;

export function AgreeUpdate({ install }: { install: Install }) {
  const { data } = useOperation('getInstallUpdate', { installId: install.id });
  if (data === undefined || data.version === null || data.asks.length === 0) return null;
  return <AgreeForm install={install} update={data} version={data.version} />;
}

function AgreeForm({ install, update, version }: { install: Install; update: Update; version: number }) {
  const agree = useChange('updateInstall');
  const [auth, setAuth] = useState<JsonObject>({});
  const done = () => toast({ says: `${install.name} runs version ${version} now.` });
  return (
    <Card
      title={`Version ${version} asks for more`}
      {...(update.changelog === '' ? {} : { about: update.changelog })}
    >
      <ConnectionForm
        inputs={update.inputs}
        form={{ is: 'install', installId: install.id }}
        auth={auth}
        onAuth={setAuth}
        error={agree.error}
        before={
          <ul>
            {update.asks.map((asked) => (
              <li key={asked}>{asked.charAt(0).toUpperCase() + asked.slice(1)}.</li>
            ))}
          </ul>
        }
        onSubmit={() => agree.mutate({ installId: install.id, version, auth }, { onSuccess: done })}
      >
        <div className="install-acts">
          <Button type="submit" look="primary" busy={agree.isPending}>
            Agree and update
          </Button>
        </div>
      </ConnectionForm>
    </Card>
  );
}
