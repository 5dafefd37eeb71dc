// Last step: it is installed; the key is shown this once, and what comes next is one click away.
import { CircleCheck } from 'lucide-react';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Card } from '../ui/card.tsx';
import { CopyField } from '../ui/copy-field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';

export function DoneStep({ installed: { install, key } }: { installed: OutputOf<'installApp'> }) {
  return (
    <Card>
      <div className="settings-form">
        <p className="install-done">
          <CircleCheck size={20} aria-hidden /> {install.name} is installed.
        </p>
        {install.attention === null ? null : <ProblemNote look="box" problem={{ says: install.attention }} />}
        <CopyField
          label="Key of the install"
          value={key}
          secret
          hint="Shown this once. The app's own server fires its triggers with it; if you have none, you can forget it."
        />
        <div className="install-acts">
          <ButtonLink to="/apps/$installId" params={{ installId: install.id }}>
            See the install
          </ButtonLink>
          <ButtonLink to="/bots" look="primary">
            Use it in a bot
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
