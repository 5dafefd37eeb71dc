// The colours a site may choose for the chat it embeds: light or dark, and the accent.
import { inkOn, isColor } from './color.ts';

/** From the address of the page: `?theme=dark&accent=0c6b6a`. What is not understood is left as it is. */
export function applyAppearance(query: URLSearchParams): void {
  const { dataset, style } = document.documentElement;
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  const accent = query.get('accent');
  if (accent === null || !isColor(accent)) return;
  style.setProperty('--accent', `#${accent}`);
  style.setProperty('--accent-hover', `color-mix(in oklab, #${accent} 86%, var(--ink))`);
  style.setProperty('--accent-soft', `color-mix(in oklab, #${accent} 16%, var(--surface))`);
  style.setProperty('--accent-line', `color-mix(in oklab, #${accent} 45%, var(--surface))`);
  // Mixed with the ink, so that even a pale accent can be read as text.
  style.setProperty('--accent-ink', `color-mix(in oklab, #${accent} 45%, var(--ink))`);
  style.setProperty('--on-accent', inkOn(accent));
}
