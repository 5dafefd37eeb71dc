// Says whether a list follows what happens, and holds it still.
import { Pause, Play } from 'lucide-react';
import { Button } from '../ui/button.tsx';

export interface LiveSwitchProps {
  live: boolean;
  /** On an older page, where nothing new comes in. */
  stopped: boolean;
  onChange: (live: boolean) => void;
}

export function LiveSwitch({ live, stopped, onChange }: LiveSwitchProps) {
  if (stopped) return <span className="live-mark">An older page: new events do not come in here.</span>;
  return (
    <>
      <span className="live-mark" data-live={live || undefined} role="status">
        {live ? 'Live' : 'Paused'}
      </span>
      <Button
        size="small"
        icon={live ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
        onClick={() => onChange(!live)}
      >
        {live ? 'Pause' : 'Go on'}
      </Button>
    </>
  );
}
