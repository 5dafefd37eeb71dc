// The pattern for LIKE that finds a text as it was typed, somewhere inside.

/** @example containing('50%') // '%50\\%%': a percent sign that was typed is no joker */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
