// Going into an action of an app and coming back: inputs become app fields, app fields become outputs.
import { ownValue, type JsonObject } from '@bellwire/model/json.ts';
import type { Frame } from '@bellwire/model/run.ts';
import type { Outcome, Resume } from '@bellwire/model/step-type.ts';
import { coerce, isBlank } from './language/value.ts';
import { maskSecretsIn } from './secret-mark.ts';
import type { Walk } from './walk.ts';
import type { InstallWorld } from './world.ts';

export function enterAction(
  walk: Walk,
  { installId, action: name, inputs }: Extract<Outcome, { is: 'enter' }>,
): Resume | null {
  const install = walk.world.install(installId);
  if (install === undefined)
    return failed('The app is no longer installed. Install it again, or choose another action.');
  const action = install.app.actions.find((candidate) => candidate.name === name);
  if (action === undefined)
    return failed(`${install.app.label} has no action "${name}" in the installed version.`);
  const values = fieldDefaults(install);
  for (const input of action.inputs) {
    const given = ownValue(inputs, input.name) ?? input.default ?? null;
    if (isBlank(given) && input.required)
      return failed(`${action.label} needs "${input.title}", which is empty.`);
    if (input.saveTo === undefined) continue;
    const type = install.app.fields.find((field) => field.name === input.saveTo)?.type ?? 'text';
    const coerced = coerce(given, type);
    if (!coerced.ok) return failed(`${action.label}: "${input.title}" ${coerced.says}.`);
    values[input.saveTo] = coerced.value;
  }
  walk.run = { ...walk.run, frames: [...walk.run.frames, appFrame(install, action.flow, values, name)] };
  return null;
}

/** A frame at the start of an app's flow. */
export function appFrame(
  install: InstallWorld,
  flow: string,
  values: JsonObject,
  action: string | null,
): Frame {
  const start = install.app.flows.find((candidate) => candidate.name === flow)?.start ?? null;
  return {
    flow: { is: 'app', installId: install.id, versionId: install.versionId, flow },
    at: start,
    values,
    action,
  };
}

/** What app fields hold before anything has happened in a run. */
export function fieldDefaults(install: InstallWorld): JsonObject {
  const values: JsonObject = {};
  for (const field of install.app.fields) {
    if (field.default !== undefined) values[field.name] = field.default;
  }
  return { ...values, ...install.held };
}

/** What an action gives back: the app fields its outputs are bound to. */
export function outputsOf(walk: Walk, frame: Frame): JsonObject {
  if (frame.flow.is !== 'app' || frame.action === null) return {};
  const install = walk.world.install(frame.flow.installId, frame.flow.versionId);
  const action = install?.app.actions.find((candidate) => candidate.name === frame.action);
  const outputs: JsonObject = {};
  for (const output of action?.outputs ?? []) {
    outputs[output.name] = maskSecretsIn(ownValue(frame.values, output.field) ?? null);
  }
  return outputs;
}

function failed(says: string): Resume {
  return { is: 'returned', outputs: {}, failed: says };
}
