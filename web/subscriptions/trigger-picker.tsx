// Every trigger that an installed app can fire, grouped by app, to be searched.
import { Zap } from 'lucide-react';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { LogoTile } from '../ui/logo-tile.tsx';
import { SearchList } from '../ui/search-list.tsx';
import type { Install, InstallTrigger } from './subscription-draft.ts';

export interface TriggerPickerProps {
  installs: readonly Install[];
  onPick: (trigger: InstallTrigger, install: Install) => void;
}

export function TriggerPicker({ installs, onPick }: TriggerPickerProps) {
  const items = installs
    .filter(({ state }) => state !== 'uninstalled')
    .flatMap((install) =>
      install.triggers.map((trigger) => ({
        id: `${install.id}/${trigger.name}`,
        group: install.name,
        label: trigger.label,
        about: trigger.about,
        keywords: [install.appLabel, trigger.name],
        icon: (
          <LogoTile
            name={install.appLabel}
            size={20}
            {...(install.logo !== null && { picture: install.logo })}
          />
        ),
        trigger,
        install,
      })),
    );
  if (items.length === 0)
    return (
      <EmptyState
        icon={<Zap size={20} aria-hidden />}
        title="No installed app has a trigger"
        says="Install an app that fires triggers, such as a payment or a booking."
        act={
          <ButtonLink look="primary" to="/store">
            Go to the store
          </ButtonLink>
        }
      />
    );
  return (
    <div className="trigger-picker">
      <SearchList
        label="Triggers"
        placeholder="What should the bot listen to?"
        items={items}
        onPick={({ trigger, install }) => onPick(trigger, install)}
      />
    </div>
  );
}
