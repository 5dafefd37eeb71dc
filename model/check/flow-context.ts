// Gathers what a flow can name, from the app it belongs to or from the bot.
import type { App } from '../app.ts';
import { authInputs } from '../auth.ts';
import type { FlowKind } from '../flow.ts';
import { partNames } from '../app-part.ts';
import type { CheckTools, FlowContext } from './rule.ts';
import { byName } from './step-texts.ts';

/** What the flows of a bot can name, as plain data. */
export interface BotFlowContext {
  readonly kind?: FlowKind;
  readonly userFields: readonly string[];
  /** As a step's setting names them. */
  readonly flows: readonly string[];
  readonly installs: readonly { readonly id: string; readonly actions: readonly string[] }[];
  /** The items of the triggers that start this flow; null where not all that may start it are known. */
  readonly triggerItems: readonly string[] | null;
}

export function appFlowContext(app: App, tools: CheckTools): FlowContext {
  const fields = partNames(app, 'fields');
  return {
    ...toolsOf(tools),
    side: 'app',
    kind: 'flow',
    names: {
      field: fields.map((name) => fieldPath('app', name)),
      flow: partNames(app, 'flows'),
      trigger: partNames(app, 'triggers'),
      'one-time-url': partNames(app, 'oneTimeUrls'),
      action: [],
    },
    roots: new Map<string, readonly string[] | null>([
      ['app', fields],
      ['auth', authNames(app)],
      ['install', ['id', 'workspace_id', 'workspace_name']],
      ['contact', ['ns']],
      ['now', null],
      ['input', null],
    ]),
  };
}

const contactNames = [
  'ns',
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'language',
  'time_zone',
  'tags',
  'last_text',
  'paused_until',
];

export function botFlowContext(bot: BotFlowContext, tools: CheckTools): FlowContext {
  return {
    ...toolsOf(tools),
    side: 'bot',
    kind: bot.kind ?? 'flow',
    names: {
      field: bot.userFields.map((name) => fieldPath('user', name)),
      flow: bot.flows,
      trigger: [],
      'one-time-url': [],
      action: bot.installs.flatMap(({ id, actions }) => actions.map((action) => `${id}/${action}`)),
    },
    roots: new Map<string, readonly string[] | null>([
      ['user', bot.userFields],
      ['trigger', bot.triggerItems],
      ['contact', contactNames],
      ['bot', ['id', 'name', 'time_zone']],
      ['order', null],
      ['now', null],
      ['today', null],
      ['input', null],
    ]),
  };
}

export function authNames(app: App): string[] {
  return authInputs(app.auth).map((input) => input.name);
}

function toolsOf({ stepTypes, readTemplate }: CheckTools): Pick<FlowContext, 'stepTypes' | 'readTemplate'> {
  return { stepTypes: byName(stepTypes), readTemplate };
}

/** As a setting that names a field holds it: always with a dot, whatever the name. */
function fieldPath(root: string, name: string): string {
  return `${root}.${name}`;
}
