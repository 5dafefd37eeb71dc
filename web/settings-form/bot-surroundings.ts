// What the forms of a bot can name: user fields, flows, the actions of installed apps, and the items of triggers.
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { OperandType } from '@bellwire/engine/language/operator.ts';
import { isValueType } from './is-value-type.ts';
import { stepChoices } from './step-choices.ts';
import { noReferences, type Place, type PlaceGroup, type Surroundings } from './surroundings.ts';

type Rows<Name extends 'listUserFields' | 'listFlows' | 'listInstalls'> = OutputOf<Name>['rows'];
type Install = Rows<'listInstalls'>[number];

export interface BotParts {
  userFields: Rows<'listUserFields'>;
  flows: Rows<'listFlows'>;
  installs: Rows<'listInstalls'>;
  /** The triggers whose items can be read here, as a flow's subscriptions name them. */
  triggers: readonly { installId: string; trigger: string }[];
  /** Of the flow being edited. */
  steps?: readonly FlowStep[];
}

export function botSurroundings(parts: BotParts): Surroundings {
  const { userFields, flows, installs, steps = [] } = parts;
  return {
    references: {
      ...noReferences,
      field: userFields.map(({ name, label, type }) => ({
        value: `user.${name}`,
        label,
        about: `user.${name}`,
        type,
      })),
      step: stepChoices(steps),
      flow: flows.map(({ id, name }) => ({ value: id, label: name })),
      action: installs.filter(({ state }) => state !== 'uninstalled').flatMap(actionChoices),
    },
    places: botPlaces(parts),
  };
}

export function botPlaces({
  userFields,
  installs,
  triggers,
}: Pick<BotParts, 'userFields' | 'installs' | 'triggers'>): PlaceGroup[] {
  const groups: PlaceGroup[] = [
    { label: 'Trigger', places: triggers.flatMap((one) => triggerPlaces(one, installs)) },
    {
      label: 'User fields',
      places: userFields.map(({ name, label, type }) => ({ path: `user.${name}`, label, type })),
    },
    ...botOwnPlaces,
  ];
  return groups.filter((group) => group.places.length > 0);
}

function triggerPlaces({ installId, trigger }: BotParts['triggers'][number], installs: Rows<'listInstalls'>) {
  const found = installs
    .find((install) => install.id === installId)
    ?.triggers.find((one) => one.name === trigger);
  return (found?.items ?? []).map((item): Place => {
    const type = found?.types[item.name];
    return {
      path: `trigger.${item.name}`,
      label: item.label,
      ...(type !== undefined && isValueType(type) && { type }),
    };
  });
}

function actionChoices({ id, name, actions }: Install) {
  return actions.map((action) => ({
    value: `${id}/${action.name}`,
    label: action.label,
    about: name,
    inputs: action.inputs.map((input) => ({
      name: input.name,
      label: input.title,
      ...(input.type === 'select' &&
        input.source !== undefined && { options: { source: input.source, installId: id } }),
    })),
    outputs: action.outputs.map((output) => ({ name: output.name, label: output.label })),
  }));
}

const place = (path: string, label: string, type: OperandType): Place => ({ path, label, type });

const botOwnPlaces: readonly PlaceGroup[] = [
  {
    label: 'Contact',
    places: [
      place('contact.name', 'Name', 'text'),
      place('contact.first_name', 'First name', 'text'),
      place('contact.last_name', 'Last name', 'text'),
      place('contact.email', 'E-mail', 'text'),
      place('contact.phone', 'Phone', 'text'),
      place('contact.language', 'Language', 'text'),
      place('contact.time_zone', 'Time zone', 'text'),
      place('contact.tags', 'Tags', 'tags'),
      place('contact.last_text', 'Last message', 'text'),
      place('contact.paused_until', 'The bot keeps quiet until', 'datetime'),
      place('contact.ns', 'Contact id', 'text'),
    ],
  },
  {
    label: 'Newest order',
    places: [
      place('order.number', 'Number', 'text'),
      place('order.status', 'Status', 'text'),
      place('order.total', 'Total, in the minor unit', 'number'),
      place('order.currency', 'Currency', 'text'),
      place('order.reference', 'Reference', 'text'),
      place('order.items', 'Items', 'json'),
      place('order.created_at', 'Made at', 'datetime'),
      place('order.paid_at', 'Paid at', 'datetime'),
    ],
  },
  {
    label: 'Bot',
    places: [
      place('bot.name', 'Name of the bot', 'text'),
      place('now', 'This moment', 'datetime'),
      place('today', 'Today, where the contact is', 'date'),
    ],
  },
];
