// A bot's flow to be played: a made-up contact, the items of the trigger that starts it, and stand-ins for the apps.
import { standIn, standInStep } from '@bellwire/engine/play-stand-in.ts';
import { playedFlow } from '@bellwire/engine/play-world.ts';
import { sampleContact } from '@bellwire/engine/sample-contact.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { ContactState } from '@bellwire/model/contact.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { botPlaces, type BotParts } from '../settings-form/bot-surroundings.ts';
import { sampleItems } from '../subscriptions/sample-items.ts';
import { under, type Given, type PlayGround } from './play-ground.ts';

export interface BotGroundParts extends Pick<BotParts, 'userFields' | 'installs' | 'triggers'> {
  readonly bot: Pick<OutputOf<'getBot'>, 'id' | 'name' | 'timeZone'>;
}

const stepTypes = new Map([...stepTypeMap, [standInStep.name, standInStep]]);
const givenRoots = ['trigger', 'user', 'contact'];

export function botGround(parts: BotGroundParts): PlayGround {
  const { bot, userFields, installs } = parts;
  const places = botPlaces(parts)
    .map((group) => ({ ...group, places: group.places.filter(({ path }) => isGiven(path)) }))
    .filter((group) => group.places.length > 0);
  return {
    places,
    samples: { 'contact.name': 'Ada Lovelace', ...samplesOf(parts) },
    definitions: (graph, given) => ({
      stepTypes,
      bot: { ...bot, userFields: new Map(userFields.map(({ name, type }) => [name, type])) },
      installs: installs.map((install) => standIn({ ...install, workspaceId: sampleContact.workspaceId })),
      begins: { is: 'bot', graph, trigger: under(given, 'trigger') },
      seed: 'play',
    }),
    contact: (given) => ({ ...contactOf(given), botId: bot.id }),
    isShown: (flow) => flow.is === 'bot' && flow.flowId === playedFlow.flowId,
    action: (installId, name) => {
      const install = installs.find(({ id }) => id === installId);
      const action = install?.actions.find((one) => one.name === name);
      return install && action && { label: action.label, app: install.name, outputs: action.outputs };
    },
  };
}

/** What cannot be given: the order comes from the flow, the moment from the clock. */
function isGiven(path: string): boolean {
  const [root = '', name = ''] = path.split('.');
  return givenRoots.includes(root) && !(root === 'contact' && name === 'ns');
}

/** Where two triggers start the flow, each of their items is there. */
function samplesOf({ installs, triggers }: BotGroundParts): Given {
  const samples: Given = {};
  for (const { installId, trigger } of triggers) {
    const install = installs.find(({ id }) => id === installId);
    const found = install?.triggers.find((candidate) => candidate.name === trigger);
    if (found === undefined) continue;
    for (const [name, value] of Object.entries(sampleItems(found))) samples[`trigger.${name}`] = value;
  }
  return samples;
}

function contactOf(given: Given): ContactState {
  const contact = under(given, 'contact');
  const text = (name: string) => {
    const value = contact[name];
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  return {
    ...sampleContact,
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    language: text('language'),
    timeZone: text('time_zone'),
    lastText: text('last_text'),
    tags: (text('tags') ?? '').split(',').flatMap((tag) => (tag.trim() === '' ? [] : [tag.trim()])),
    fields: under(given, 'user'),
  };
}
