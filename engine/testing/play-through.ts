// Plays a flow from event to event, each time with the run read back from its JSON, as the server does.
import type { CallAnswer } from '@bellwire/model/effect.ts';
import { isJsonObject, type Json } from '@bellwire/model/json.ts';
import { contentWords } from '@bellwire/model/message.ts';
import type { StepRecord } from '@bellwire/model/run.ts';
import { playOn, startPlay, type Happening, type Played } from '../play.ts';
import type { PlayDefinitions } from '../play-world.ts';
import { sampleContact } from '../sample-contact.ts';
import { shop } from './acme-shop.ts';

export const NOW = '2026-03-01T12:00:00.000Z';

export function start(definitions: PlayDefinitions): Played {
  return readBack(startPlay(definitions, sampleContact, NOW));
}

export function next(played: Played, happening: Happening, definitions = shop): Played {
  return readBack(playOn(definitions, played, happening));
}

/** The shop, as far as its request to the payment provider. */
export function toCall(): Played {
  return next(next(start(shop), { is: 'said', text: '5' }), { is: 'time' });
}

/** As the server reads it from its rows: what JSON cannot hold is lost here, and the play goes wrong. */
function readBack(played: Played): Played {
  const read: unknown = JSON.parse(JSON.stringify(played));
  if (!isPlayed(read)) throw new TypeError('A play was not read back as one.');
  return read;
}

/** The border: it was written from a play a moment ago. */
function isPlayed(read: unknown): read is Played {
  return isJsonObject(read) && isJsonObject(read.run) && isJsonObject(read.contact);
}

export function answer(status: number, body: Json): Happening {
  const came: CallAnswer = { is: 'answer', status, headers: {}, body, ms: 20 };
  return { is: 'answer', answer: came };
}

export function texts({ said }: Played): string[] {
  return said.map(({ content }) => contentWords(content));
}

export function record({ run }: Played, step: string, exit: string): StepRecord {
  const found = run.history.find((each) => each.step === step && each.exit === exit);
  if (found === undefined) throw new TypeError(`${step} did not leave by ${exit}.`);
  return found;
}
