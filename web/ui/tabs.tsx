// Views of one thing side by side; only the chosen one is mounted.
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import './tabs.css';

export interface Tab {
  value: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** Give both to keep the chosen tab in the address; leave both away to let the part remember it. */
  value?: string;
  onChange?: (value: string) => void;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  const first = tabs[0]?.value;
  const chosen = value === undefined ? { defaultValue: first } : { value };
  return (
    <Base.Root className="tabs" {...chosen} onValueChange={(next) => onChange?.(String(next))}>
      <Base.List className="tabs-list" aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className="tabs-tab">
            {tab.label}
            {tab.count === undefined ? null : <span className="tabs-count">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator className="tabs-mark" />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="tabs-panel">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
