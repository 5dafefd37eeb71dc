// A step type: one object that says all there is to say of a kind of step; the lists, forms, checks, docs and tests come from it.
import type { App } from './app.ts';
import type { AppField } from './app-field.ts';
import type { OneTimeUrl } from './one-time-url.ts';
import type { Trigger } from './trigger.ts';
import type { ContactState } from './contact.ts';
import type { Call, CallAnswer, Effect, EffectKind } from './effect.ts';
import { flowKinds, type FlowKind } from './flow.ts';
import type { Json, JsonObject } from './json.ts';
import type { Media } from './media.ts';
import type { Complaint } from './problem.ts';
import type { Script, ScriptResult } from './script.ts';
import type { Reading } from './settings/kind.ts';
import { readSettings } from './settings/kinds.ts';
import type { SettingFields, ValuesOf } from './settings/setting.ts';

/** Writes a value where `to` says: `user.status` for the contact, `app.amount` in an app's flow. */
export interface Write {
  readonly to: string;
  readonly value: Json;
}

interface Doing {
  readonly set?: readonly Write[];
  readonly effects?: readonly Effect[];
  /** One line for the run's story: what was decided here, and why. */
  readonly says?: string;
}

/** What a step wants next. A step never does it: the engine moves the run, the server does the effects. */
export type Outcome<Exit extends string = string> =
  | (Doing & { readonly is: 'go'; readonly exit: Exit })
  | (Doing & { readonly is: 'jump'; readonly step: string })
  /** Rests until the time has come; later arrivals of the contact pass meanwhile. */
  | (Doing & { readonly is: 'wait'; readonly until: string; readonly state?: JsonObject })
  /** Says something and waits for the contact's next message, or until the time is over. */
  | (Doing & { readonly is: 'ask'; readonly until: string; readonly state?: JsonObject })
  /** Waits for the answer to a request; `state` comes back to `resume`. */
  | (Doing & { readonly is: 'call'; readonly call: Call; readonly state?: JsonObject })
  /** Waits for what a script makes of its input; `state` comes back to `resume`. */
  | (Doing & { readonly is: 'compute'; readonly script: Script; readonly state?: JsonObject })
  /** Goes into an action of an app; its outputs come back to `resume`. */
  | (Doing & {
      readonly is: 'enter';
      readonly installId: string;
      readonly action: string;
      readonly inputs: JsonObject;
    })
  /** Goes into another flow of the same app or bot; what it gives comes back to `resume`. */
  | (Doing & { readonly is: 'run'; readonly flow: string; readonly input: JsonObject })
  /** `output`: by which of its ways a function comes back, and with what. */
  | (Doing & { readonly is: 'end'; readonly output?: string; readonly outputs?: JsonObject })
  | (Doing & { readonly is: 'fail'; readonly says: string });

/** What brings a waiting step on. */
export type Resume =
  | { readonly is: 'time' }
  | { readonly is: 'message'; readonly text: string; readonly file?: AnswerFile }
  | { readonly is: 'answer'; readonly answer: CallAnswer; readonly state: JsonObject }
  | { readonly is: 'computed'; readonly result: ScriptResult; readonly state: JsonObject }
  | {
      readonly is: 'returned';
      readonly outputs: JsonObject;
      readonly failed: string | null;
      /** The output by which a function came back. */
      readonly output?: string;
      /** App fields that a flow of the same app has changed. */
      readonly changed?: JsonObject;
    };

/** A file that the contact has sent: in `text` stands its name. */
export interface AnswerFile {
  readonly kind: Media['kind'];
  /** The full address at which it can be read. */
  readonly address: string;
}

/** What a step may look at. The clock, chance and ids come in from here: with the same scope it gives the same outcome. */
export interface StepScope {
  /** ISO-8601, UTC. */
  readonly now: string;
  /** All that templates and conditions can name, by root: `user`, `contact`, `trigger`, `app` … */
  readonly data: JsonObject;
  /** IANA zone in which dates are read and shown: the contact's, else the bot's. */
  readonly zone: string;
  /** BCP 47 tag by which numbers and dates are written. */
  readonly locale: string;
  readonly contact: ContactState | null;
  /** The install whose app this flow belongs to; null in a bot's flow. */
  readonly install: InstallView | null;
  readonly stepId: string;
  /** The state a step gave along when it paused; empty at first. */
  readonly state: JsonObject;
  /** A uuid of this very step of this very turn: the same again when the turn is played again. */
  newId(tag: string): string;
  /** An unguessable text for an address. */
  newToken(tag: string): string;
  /** From 0 up to, not including, 1. */
  random(tag: string): number;
  /** The full address at which a one-time URL with this token answers. */
  addressOf(token: string): string;
  /** A payload that, sent back by a button, goes on at that exit of this step, and first writes what the button stands for. */
  payloadOf(exit: string, writes?: Write): string;
}

export interface InstallView {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceName: string;
  /** The app field values of this run. */
  readonly values: JsonObject;
  trigger(name: string): Trigger | undefined;
  oneTimeUrl(name: string): OneTimeUrl | undefined;
  field(name: string): AppField | undefined;
}

export interface Exit<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
}

/** The exit of a step that could not do its work. Where it leads nowhere, the flow fails instead of ending. */
export const FAILED_EXIT = 'failed';

export const stepGroups = ['talk', 'logic', 'data', 'apps'] as const;
export type StepGroup = (typeof stepGroups)[number];

/** Which flows may hold a step: no step of an app's flow speaks to the contact. */
export type FlowSide = 'bot' | 'app';

interface Example {
  /** A sentence about what it shows; it becomes the test's name. */
  readonly says: string;
  readonly settings: JsonObject;
  /** Laid over an empty scope, in which there is a contact and no install. */
  readonly scope?: Partial<Pick<StepScope, 'now' | 'data' | 'state'>> & {
    readonly random?: number;
    /** Null where the run is for nobody; else what is worth telling of the contact. */
    readonly contact?: Partial<ContactState> | null;
    /** What the install's app declares; its field values are those of `data.app`. */
    readonly app?: Partial<Pick<App, 'fields' | 'triggers' | 'oneTimeUrls'>>;
  };
  /** Where the step had paused before. */
  readonly resume?: Resume;
  /** The outcome expected; only the keys named here are compared. */
  readonly gives: JsonObject;
}

interface StepTypeSpec<Fields extends SettingFields, ExitName extends string> {
  /** The machine name, kept for ever: definitions hold it. */
  readonly name: string;
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly about: string;
  /** A lucide icon's name. */
  readonly icon: string;
  readonly group: StepGroup;
  readonly sides: readonly FlowSide[];
  /** In which kinds of flows it may stand; without it, in all. */
  readonly flowKinds?: readonly FlowKind[];
  /** A note on the canvas: no way leads to it, and none has to. */
  readonly isNote?: true;
  readonly settings: Fields;
  readonly exits: readonly Exit<ExitName>[];
  /** Exits that come from the settings: one per button, route or variation. */
  readonly moreExits?: (saved: JsonObject) => readonly Exit[];
  /** The kinds of effects it may want: what a replay must not do twice. */
  readonly effects?: readonly EffectKind[];
  /** Chance or time decides: a replay takes over what came of it the first time. */
  readonly isOnce?: true;
  /** One line on the card, from settings as saved (places not filled). */
  readonly summary: (saved: JsonObject) => string;
  /** What the settings' own kinds cannot say: rules between settings. */
  readonly check?: (values: ValuesOf<Fields>) => readonly Complaint[];
  readonly run: (values: ValuesOf<Fields>, scope: StepScope) => Outcome<NoInfer<ExitName>> | Outcome;
  /** Goes on after a pause; without it a step goes on by its first exit. */
  readonly resume?: (values: ValuesOf<Fields>, resume: Resume, scope: StepScope) => Outcome;
  readonly examples: readonly Example[];
}

/** A step type as the lists hold it: settings go in as saved (places filled), whatever their types. */
export interface StepType {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly icon: string;
  readonly group: StepGroup;
  readonly sides: readonly FlowSide[];
  readonly flowKinds: readonly FlowKind[];
  readonly isNote: boolean;
  readonly effects: readonly EffectKind[];
  readonly isOnce: boolean;
  readonly settings: SettingFields;
  readonly examples: readonly Example[];
  exits(saved: JsonObject): readonly Exit[];
  summary(saved: JsonObject): string;
  check(filled: JsonObject): readonly Complaint[];
  run(filled: JsonObject, scope: StepScope): Outcome;
  resume(filled: JsonObject, resume: Resume, scope: StepScope): Outcome;
}

/**
 * Declares a step type. The values' types in `run` come from `settings`; settings that cannot be read fail the step with
 * words that name the place, or let it leave by its exit `failed` where it has one.
 *
 * @example stepType({ name: 'wait', settings: { minutes: { kind: 'number', label: 'Minutes', required: true } }, … })
 */
export function stepType<const Fields extends SettingFields, const ExitName extends string>(
  spec: StepTypeSpec<Fields, ExitName>,
): StepType {
  const canFail = spec.exits.some(({ name }) => name === FAILED_EXIT);
  const read = settingsReader(spec.settings);
  const withValues = (filled: JsonObject, use: (values: ValuesOf<Fields>) => Outcome): Outcome => {
    const reading = read(filled);
    if (reading.ok) return use(reading.value);
    const says = reading.complaints.map((complaint) => complaint.says).join(' ');
    return canFail ? { is: 'go', exit: FAILED_EXIT, says } : { is: 'fail', says };
  };
  return {
    name: spec.name,
    label: spec.label,
    about: spec.about,
    icon: spec.icon,
    group: spec.group,
    sides: spec.sides,
    flowKinds: spec.flowKinds ?? flowKinds,
    isNote: spec.isNote === true,
    effects: spec.effects ?? [],
    isOnce: spec.isOnce === true,
    settings: spec.settings,
    examples: spec.examples,
    exits: (saved) => [...spec.exits, ...(spec.moreExits?.(saved) ?? [])],
    summary: spec.summary,
    check: (filled) => {
      const reading = readSettings(spec.settings, filled);
      return reading.ok ? (spec.check?.(reading.value) ?? []) : reading.complaints;
    },
    run: (filled, scope) => withValues(filled, (values) => spec.run(values, scope)),
    resume: (filled, resume, scope) =>
      withValues(
        filled,
        (values) => spec.resume?.(values, resume, scope) ?? { is: 'go', exit: spec.exits[0]?.name ?? 'next' },
      ),
  };
}

/** Settings that are frozen never change, and so are read once: a published step without places runs a million times. */
function settingsReader<Fields extends SettingFields>(
  fields: Fields,
): (filled: JsonObject) => Reading<ValuesOf<Fields>> {
  const readings = new WeakMap<JsonObject, Reading<ValuesOf<Fields>>>();
  return (filled) => {
    if (!Object.isFrozen(filled)) return readSettings(fields, filled);
    const reading = readings.get(filled) ?? readSettings(fields, filled);
    readings.set(filled, reading);
    return reading;
  };
}
