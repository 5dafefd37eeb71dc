// The state of an install.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

type State = OutputOf<'getInstall'>['state'];

const looks: Readonly<Record<State, { tone: Tone; word: string }>> = {
  active: { tone: 'ok', word: 'active' },
  'needs-attention': { tone: 'warn', word: 'needs attention' },
  uninstalled: { tone: 'plain', word: 'uninstalled' },
};

export function InstallBadge({ state }: { state: State }) {
  const { tone, word } = looks[state];
  return (
    <Badge tone={tone} dot>
      {word}
    </Badge>
  );
}
