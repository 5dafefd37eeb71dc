// Colours that a site chooses: whether it is one, and what can be read on it.

export function isColor(hex: string): boolean {
  return /^[\da-f]{6}$/i.test(hex);
}

/** Near black or white, whichever stands out more. */
export function inkOn(hex: string): string {
  return luminance(hex) > 0.2 ? '#1b1916' : '#ffffff';
}

/** As WCAG counts it, from 0 for black to 1 for white. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
