// Light, dark, or as the system says; kept on this device.
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from '../design/theme.ts';
import { Card } from '../ui/card.tsx';
import './workspace.css';

const themes = [
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
  { value: 'system', label: 'As the system', icon: Monitor },
] as const;

export function AppearanceTab() {
  const [theme, setTheme] = useTheme();
  return (
    <Card title="Theme" about="Kept in this browser, for you alone.">
      <div className="theme-choice" role="radiogroup" aria-label="Theme">
        {themes.map(({ value, label, icon: Icon }) => (
          <label key={value} data-chosen={theme === value || undefined}>
            <input
              type="radio"
              name="theme"
              className="unseen"
              value={value}
              checked={theme === value}
              onChange={() => setTheme(value)}
            />
            <Icon size={18} aria-hidden />
            {label}
          </label>
        ))}
      </div>
    </Card>
  );
}
