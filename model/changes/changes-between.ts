// The changes that lead from one state of an app, or of a flow, to another: as small as they can be named.
import { appParts, type App, type AppPart } from '../app.ts';
import { sameJson } from '../difference/list-between.ts';
import type { FlowGraph, FlowStep } from '../flow.ts';
import { jsonObject } from '../json.ts';
import type { StepType } from '../step-type.ts';
import { putPartSchema, settingsSchema } from './app-change.ts';
import { applyAllToApp, applyAllToFlow } from './apply.ts';
import type { Change } from './change.ts';
import type { FlowChange } from './flow-change.ts';

/** @example flowChangesBetween(theirs, merged) // [{ is: 'set-step', id: 'ask', settings: … }] */
export function flowChangesBetween(from: FlowGraph, to: FlowGraph): FlowChange[] {
  if (isSame(from, to)) return [];
  const changes = stepChanges(from, to);
  const made = applyAllToFlow(from, changes);
  // Another order of the steps, or two of one id, have no small name.
  return made.ok && isSame(made.value, to)
    ? changes
    : [{ is: 'replace-steps', start: to.start, steps: to.steps }];
}

export function appChangesBetween(from: App, to: App, stepTypes: readonly StepType[]): Change[] {
  if (isSame(from, to)) return [];
  const changes: Change[] = [
    ...settingChanges(from, to),
    ...(isSame(from.auth, to.auth) ? [] : [{ is: 'set-auth', auth: to.auth } as const]),
    ...appParts.flatMap((part) => partChanges(from, to, part)),
  ];
  const made = applyAllToApp(from, changes, stepTypes);
  return made.ok && isSame(made.value, to) ? changes : [{ is: 'replace', app: to }];
}

function stepChanges(from: FlowGraph, to: FlowGraph): FlowChange[] {
  const [before, after] = [byId(from), byId(to)];
  const removed = from.steps.filter(({ id }) => !after.has(id));
  const added = to.steps.flatMap((step, index): FlowChange[] => {
    const next = to.steps.slice(index + 1).find(({ id }) => before.has(id));
    const place = next === undefined ? {} : { before: next.id };
    return before.has(step.id) ? [] : [{ is: 'add-step', step, ...place }];
  });
  const changed = to.steps.flatMap((step) => {
    const old = before.get(step.id);
    return old === undefined ? [] : ownChanges(old, step, after);
  });
  const start: FlowChange[] = from.start === to.start ? [] : [{ is: 'set-start', id: to.start }];
  return [
    ...removed.map(({ id }): FlowChange => ({ is: 'remove-step', id })),
    ...added,
    ...changed,
    ...start,
  ];
}

function ownChanges(old: FlowStep, step: FlowStep, after: ReadonlyMap<string, FlowStep>): FlowChange[] {
  const { id } = step;
  const set = {
    ...(old.type === step.type ? {} : { type: step.type }),
    ...(sameJson(old.settings, step.settings) ? {} : { settings: step.settings }),
    ...(old.label === step.label ? {} : { label: step.label ?? null }),
  };
  // The exits to a removed step have gone with it.
  const cut = Object.entries(old.exits).filter(
    ([exit, to]) => after.has(to) && !Object.hasOwn(step.exits, exit),
  );
  const led = Object.entries(step.exits).filter(([exit, to]) => old.exits[exit] !== to);
  const isMoved = !sameJson(placeOf(old), placeOf(step));
  return [
    ...(Object.keys(set).length === 0 ? [] : [{ is: 'set-step', id, ...set } as const]),
    ...(isMoved ? [{ is: 'move-step', id, at: step.at ?? null } as const] : []),
    ...cut.map(([exit]): FlowChange => ({ is: 'disconnect', from: id, exit })),
    ...led.map(([exit, to]): FlowChange => ({ is: 'connect', from: id, exit, to })),
  ];
}

function settingChanges(from: App, to: App): Change[] {
  const [before, after] = [jsonObject(from), jsonObject(to)];
  const changed = Object.keys(settingsSchema.shape).filter((key) => !sameJson(before[key], after[key]));
  if (changed.length === 0) return [];
  return [
    {
      is: 'set-settings',
      set: settingsSchema.parse(Object.fromEntries(changed.map((key) => [key, after[key] ?? null]))),
    },
  ];
}

function partChanges(from: App, to: App, part: AppPart): Change[] {
  const before = new Map(from[part].map((entry) => [entry.name, jsonObject(entry)]));
  const names = new Set(to[part].map(({ name }) => name));
  const removed = [...before.keys()].filter((name) => !names.has(name));
  const put = to[part].flatMap((value, index) => {
    if (sameJson(before.get(value.name), jsonObject(value))) return [];
    const next = to[part].slice(index + 1).find(({ name }) => before.has(name));
    const place = before.has(value.name) || next === undefined ? {} : { before: next.name };
    return [putPartSchema.parse({ is: 'put-part', part, value, ...place })];
  });
  return [...removed.map((name): Change => ({ is: 'remove-part', part, name })), ...put];
}

function byId({ steps }: FlowGraph): ReadonlyMap<string, FlowStep> {
  return new Map(steps.map((step) => [step.id, step]));
}

function placeOf({ at }: FlowStep) {
  return at === undefined ? null : { ...at };
}

function isSame(one: object, other: object): boolean {
  return sameJson(jsonObject(one), jsonObject(other));
}
