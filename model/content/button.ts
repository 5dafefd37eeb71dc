// Buttons under a message, and the quick replies that stand in its place until something else is said.
import { z } from 'zod';

/**
 * A `url` button opens an address, a `call` button rings a number; a `reply` button sends its payload back, so that the flow goes
 * on at the exit it names.
 */
export const buttonSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('url'), label: z.string(), url: z.string() }),
  z.strictObject({ is: z.literal('call'), label: z.string(), phone: z.string() }),
  z.strictObject({ is: z.literal('reply'), label: z.string(), payload: z.string() }),
]);

export const quickReplySchema = z.strictObject({ label: z.string(), payload: z.string() });

export type Button = z.infer<typeof buttonSchema>;

/**
 * The button as a line of text, where there are none to press.
 *
 * @example buttonWords({ is: 'url', label: 'Pay', url: 'https://pay.example/1' }) // 'Pay: https://pay.example/1'
 */
export function buttonWords(button: Button): string {
  if (button.is === 'url') return `${button.label}: ${button.url}`;
  return button.is === 'call' ? `${button.label}: ${button.phone}` : `[${button.label}]`;
}
