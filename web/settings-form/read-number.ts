// A typed text as the number it says; anything else stays as it was typed, for the check to speak about.

/** "1." and "1.0" stay texts while they are being typed: as numbers they would lose what was typed last. */
export function readNumber(text: string): number | string {
  const number = Number(text);
  return text.trim() !== '' && String(number) === text.trim() ? number : text;
}
