// Who is signed in, the theme, and the way out.
import { useNavigate } from '@tanstack/react-router';
import { LogOut, Monitor, Moon, ShieldCheck, Sun } from 'lucide-react';
import { useTheme } from '../design/theme.ts';
import { LogoTile } from '../ui/logo-tile.tsx';
import { Menu } from '../ui/menu.tsx';
import type { Session } from './session.ts';

const THEMES = [
  { theme: 'system', label: 'As the system', icon: Monitor },
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
] as const;

export function AccountMenu({ session, onSignOut }: { session: Session; onSignOut: () => void }) {
  const [theme, setTheme] = useTheme();
  const { name, email } = session.person;
  const reviews = useReviews();
  const themes = THEMES.map((one) => ({
    label: one.label,
    icon: <one.icon size={15} aria-hidden />,
    chosen: one.theme === theme,
    onPick: () => setTheme(one.theme),
  }));
  return (
    <Menu
      side="top"
      align="start"
      head={
        <div className="account-menu-head">
          <strong>{name}</strong>
          <small>{email}</small>
        </div>
      }
      groups={[
        { label: 'Theme', acts: themes },
        ...(session.isOperator ? [{ label: 'This server', acts: [reviews] }] : []),
        { acts: [{ label: 'Sign out', icon: <LogOut size={15} aria-hidden />, onPick: onSignOut }] },
      ]}
      opener={
        <button type="button" className="account-menu">
          <LogoTile name={name} size={24} round />
          <span className="place-label">
            {name}
            <span className="unseen">, account and theme</span>
          </span>
        </button>
      }
    />
  );
}

/** Only for operators: to what they decide about the whole server. */
function useReviews() {
  const navigate = useNavigate();
  return {
    label: 'Reviews of mini-apps',
    icon: <ShieldCheck size={15} aria-hidden />,
    onPick: () => void navigate({ to: '/reviews' }),
  };
}
