// The colours a site may choose for the chat it embeds: light or dark, and the accent.

/** From the address of the page: `?theme=dark&accent=0c6b6a`. What is not understood is left as it is. */
export function applyAppearance(query: URLSearchParams): void {
  const { dataset, style } = document.documentElement;
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  const accent = query.get('accent');
  if (accent === null || !/^[\da-f]{6}$/i.test(accent)) return;
  style.setProperty('--accent', `#${accent}`);
  style.setProperty('--accent-hover', `color-mix(in oklab, #${accent} 86%, var(--ink))`);
  style.setProperty('--accent-soft', `color-mix(in oklab, #${accent} 16%, var(--surface))`);
  style.setProperty('--accent-line', `color-mix(in oklab, #${accent} 45%, var(--surface))`);
  // Mixed with the ink, so that even a pale accent can be read as text.
  style.setProperty('--accent-ink', `color-mix(in oklab, #${accent} 45%, var(--ink))`);
  style.setProperty('--on-accent', luminance(accent) > 0.36 ? '#1b1916' : '#ffffff');
}

/** As WCAG counts it, from 0 for black to 1 for white. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
