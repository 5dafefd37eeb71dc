// Puts a place into a text where the cursor stands.

export interface Insertion {
  readonly text: string;
  /** Where the cursor stands afterwards. */
  readonly cursor: number;
}

/**
 * `{{` that was typed just before the cursor is the beginning of what is inserted, not a second one.
 *
 * @example insertTemplate('Hi {{', 5, 5, 'contact.name') // { text: 'Hi {{contact.name}}', cursor: 19 }
 */
export function insertTemplate(text: string, from: number, to: number, path: string): Insertion {
  const start = text.slice(0, from).endsWith('{{') ? from - 2 : from;
  return insertText(text, start, to, `{{${path}}}`);
}

export function insertText(text: string, from: number, to: number, inserted: string): Insertion {
  return { text: text.slice(0, from) + inserted + text.slice(to), cursor: from + inserted.length };
}
