// What a step and its templates can see: the contact's side in a bot's flow, the app's side in an app's.
import type { ContactState } from '@bellwire/model/contact.ts';
import type { FlowStep } from '@bellwire/model/flow.ts';
import type { Json, JsonObject } from '@bellwire/model/json.ts';
import type { Order } from '@bellwire/model/order.ts';
import type { Frame } from '@bellwire/model/run.ts';
import type { InstallView, StepScope } from '@bellwire/model/step-type.ts';
import type { Scope } from './language/scope.ts';
import { wallClock } from './language/zone.ts';
import { writePayload } from './payload.ts';
import type { Walk } from './walk.ts';
import type { BotWorld, InstallWorld } from './world.ts';

export function stepScope(walk: Walk, frame: Frame, step: FlowStep, state: JsonObject): StepScope {
  const { world, contact, run } = walk;
  const install =
    frame.flow.is === 'app' ? world.install(frame.flow.installId, frame.flow.versionId) : undefined;
  const seed = (tag: string): string => `${run.id}:${run.turn}:${run.steps}:${tag}`;
  const data =
    install === undefined
      ? botData(contact, world.bot, frame.values, world.now)
      : appData(contact, install, frame.values, world.now);
  return {
    now: world.now,
    data: frame.input === undefined ? data : { ...data, input: frame.input },
    zone: contact?.timeZone ?? world.bot?.timeZone ?? 'UTC',
    locale: contact?.language ?? 'en',
    contact,
    install: install === undefined ? null : installView(install, frame.values),
    stepId: step.id,
    state,
    newId: (tag) => world.ids.uuid(seed(tag)),
    newToken: (tag) => world.ids.token(seed(tag)),
    random: (tag) => world.ids.fraction(seed(tag)),
    addressOf: (token) => world.ids.addressOf(token),
    payloadOf: (exit, writes) =>
      writePayload(world, contact, { flow: frame.flow, step: step.id, exit }, writes),
  };
}

/** The same scope as templates, formulas and conditions read it. */
export function languageScope({ data, now, zone, locale, random }: StepScope): Scope {
  let count = 0;
  return { data, now, zone, locale, random: () => random(`language${count++}`) };
}

/** What `{{places}}` can name in a bot's flow, and in the filter of a subscription. */
export function botData(
  contact: ContactState | null,
  bot: BotWorld | null,
  trigger: JsonObject,
  now: string,
): JsonObject {
  return {
    user: contact?.fields ?? {},
    contact: contactData(contact),
    bot: { id: bot?.id ?? '', name: bot?.name ?? '', time_zone: bot?.timeZone ?? 'UTC' },
    trigger,
    order: contact?.order == null ? null : orderData(contact.order),
    now,
    // Worked out where it is asked for only: a look at a clock takes longer than most steps.
    get today() {
      return today(now, contact?.timeZone ?? bot?.timeZone ?? 'UTC');
    },
  };
}

/** The day that it is there. */
function today(now: string, zone: string): string {
  const { year, month, day } = wallClock(now, zone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function appData(
  contact: ContactState | null,
  install: InstallWorld,
  values: JsonObject,
  now: string,
): JsonObject {
  return {
    app: values,
    auth: install.auth,
    install: { id: install.id, workspace_id: install.workspaceId, workspace_name: install.workspaceName },
    contact: { ns: contact?.ns ?? null },
    now,
  };
}

function contactData(contact: ContactState | null): Json {
  if (contact === null) return null;
  return {
    ns: contact.ns,
    name: contact.name,
    get first_name() {
      return contact.name?.trim().split(/\s+/)[0] ?? null;
    },
    get last_name() {
      return contact.name?.trim().split(/\s+/).slice(1).join(' ') || null;
    },
    email: contact.email,
    phone: contact.phone,
    language: contact.language,
    time_zone: contact.timeZone,
    tags: [...contact.tags],
    last_text: contact.lastText,
    paused_until: contact.pausedUntil,
  };
}

function orderData(order: Order): JsonObject {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    total: order.total,
    reference: order.reference,
    items: order.items.map((item) => ({
      name: item.name,
      quantity: item.quantity,
      unit_amount: item.unitAmount,
    })),
    created_at: order.createdAt,
    paid_at: order.paidAt,
  };
}

function installView(install: InstallWorld, values: JsonObject): InstallView {
  return {
    id: install.id,
    workspaceId: install.workspaceId,
    workspaceName: install.workspaceName,
    values,
    trigger: (name) => install.app.triggers.find((trigger) => trigger.name === name),
    oneTimeUrl: (name) => install.app.oneTimeUrls.find((url) => url.name === name),
    field: (name) => install.app.fields.find((field) => field.name === name),
  };
}
