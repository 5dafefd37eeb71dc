// Sends a test event of a trigger to a bot of one's own: found by the subscriptions of this workspace's installs of the app.
import { Zap } from 'lucide-react';
import { useState } from 'react';
import { Answer } from '../server-state/answer.tsx';
import { useOperation } from '../server-state/use-operation.ts';
import { TestEventDialog } from '../subscriptions/test-event-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { useBuilder } from './builder.ts';

export function SendTestEvent({ trigger }: { trigger: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<Zap size={14} aria-hidden />} onClick={() => setOpen(true)}>
        Send test event
      </Button>
      {open ? <Target trigger={trigger} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface TargetProps {
  trigger: string;
  onClose: () => void;
}

/** The bot first; where one subscription of it fits, its dialog follows at once. */
function Target({ trigger, onClose }: TargetProps) {
  const bots = useOperation('listBots', {});
  const [chosen, setChosen] = useState<string>();
  const botId = chosen ?? bots.data?.rows[0]?.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Send test event"
      about="To a bot of this workspace that listens to it."
    >
      <Answer query={bots}>
        {({ rows }) => (
          <div className="builder-form">
            {rows.length < 2 ? null : (
              <Select
                label="Bot"
                required
                value={botId ?? null}
                choices={rows.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setChosen}
              />
            )}
            {botId === undefined ? (
              <Nobody />
            ) : (
              <Listeners botId={botId} trigger={trigger} onClose={onClose} />
            )}
          </div>
        )}
      </Answer>
    </Dialog>
  );
}

function Listeners({ botId, trigger, onClose }: TargetProps & { botId: string }) {
  const { view } = useBuilder();
  const installs = useOperation('listInstalls', {});
  const subscriptions = useOperation('listSubscriptions', { botId });
  const [chosen, setChosen] = useState<string>();
  const own = new Set(installs.data?.rows.filter(({ appId }) => appId === view.id).map(({ id }) => id));
  const fits =
    subscriptions.data?.rows.filter((one) => own.has(one.installId) && one.trigger === trigger) ?? [];
  const one = fits.find(({ id }) => id === chosen);
  if (one !== undefined) return <TestEventDialog subscription={one} onClose={onClose} />;
  if (installs.data === undefined) return <Answer query={installs}>{() => null}</Answer>;
  if (subscriptions.data === undefined) return <Answer query={subscriptions}>{() => null}</Answer>;
  if (fits.length === 0) return <Nobody />;
  return fits.map((fit) => (
    <Button key={fit.id} onClick={() => setChosen(fit.id)}>
      To the flow “{fit.flowName}”…
    </Button>
  ));
}

function Nobody() {
  const { view } = useBuilder();
  return (
    <>
      <p className="builder-quiet">
        No bot here listens to this trigger yet. Publish the app, install it in this workspace, and choose a
        flow for the trigger under Automation of a bot.
      </p>
      <div>
        <ButtonLink to="/store/$appId" params={{ appId: view.id }} size="small">
          Open its page in the store
        </ButtonLink>
      </div>
    </>
  );
}
