// The buttons of a message: what they do, and the exits of the step that come with them.
import type { Button } from '@bellwire/model/content/button.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Exit, StepScope, Write } from '@bellwire/model/step-type.ts';
import { savedEntries, savedText } from '../saved.ts';
import type { ButtonValues } from './button-settings.ts';

/** A `reply` button says its label, as if it had been typed: a question or a keyword takes it. */
export function buttonsOf(
  buttons: readonly ButtonValues[],
  prefix: string,
  scope: StepScope,
  writes?: Write,
): readonly Button[] {
  return buttons.map(({ label, kind, url = '', phone = '' }, index) => {
    if (kind === 'url') return { is: 'url', label, url };
    if (kind === 'call') return { is: 'call', label, phone };
    const payload = kind === 'reply' ? label : scope.payloadOf(buttonExit(prefix, index), writes);
    return { is: 'reply', label, payload };
  });
}

export function buttonExits(saved: JsonObject, prefix: string): Exit[] {
  return savedEntries(saved, 'buttons').flatMap((button, index) =>
    ['flow', ''].includes(savedText(button, 'kind'))
      ? [{ name: buttonExit(prefix, index), label: savedText(button, 'label') }]
      : [],
  );
}

function buttonExit(prefix: string, index: number): string {
  return `${prefix}button-${index + 1}`;
}
