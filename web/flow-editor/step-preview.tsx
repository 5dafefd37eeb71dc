// What a step would say, drawn while it is written: places stand as they are, since nobody is there yet to fill them for.
import { exampleScope } from '@bellwire/engine/steps/example-scope.ts';
import { escapeTemplate } from '@bellwire/engine/language/template.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Content } from '@bellwire/model/message.ts';
import { mapSettings } from '@bellwire/model/settings/map-settings.ts';
import type { StepType } from '@bellwire/model/step-type.ts';
import { MessageLine } from '../contacts/message-line.tsx';

export function StepPreview({ type, settings }: { type: StepType; settings: JsonObject }) {
  if (!type.effects.includes('say')) return null;
  const contents = saidBy(type, settings);
  if (contents.length === 0) return null;
  return (
    <section className="step-preview" aria-label="Preview">
      <h3>In the chat</h3>
      <ol className="thread">
        {contents.map((content, place) => (
          <MessageLine
            key={place}
            message={{ id: '', seq: place, from: 'bot', content, sentAt: new Date(0).toISOString() }}
          />
        ))}
      </ol>
    </section>
  );
}

function saidBy(type: StepType, settings: JsonObject): readonly Content[] {
  const outcome = type.run(asWritten(type, settings), scope);
  return (outcome.effects ?? []).flatMap((effect) => (effect.is === 'say' ? [effect.content] : []));
}

/** Texts that the step fills by itself keep their places; a value that only a contact can give is left out. */
function asWritten(type: StepType, settings: JsonObject): JsonObject {
  return mapSettings(type.settings, settings, {
    template: (text, _path, field) => {
      if (field !== undefined && 'perItem' in field) return escapeTemplate(text);
      return field?.kind === 'value' && text.includes('{{') ? '' : text;
    },
  });
}

const scope = exampleScope({ says: '', settings: {}, gives: {} });
