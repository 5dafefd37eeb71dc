// The workspace: who is a member, which keys there are, what limits it, and how it looks on this device.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../shell/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { AppearanceTab } from './appearance-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { LimitsTab } from './limits-tab.tsx';
import { MembersTab } from './members-tab.tsx';

export function SettingsScreen() {
  const { tab } = useSearch({ from: '/settings' });
  const navigate = useNavigate({ from: '/settings' });
  return (
    <Page title="Settings" about="Members, keys, limits and the look of this workspace.">
      <Tabs
        label="Settings"
        value={tab ?? 'members'}
        onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
        tabs={[
          { value: 'members', label: 'Members', content: <MembersTab /> },
          { value: 'keys', label: 'API keys', content: <KeysTab /> },
          { value: 'limits', label: 'Limits', content: <LimitsTab /> },
          { value: 'appearance', label: 'Appearance', content: <AppearanceTab /> },
        ]}
      />
    </Page>
  );
}
