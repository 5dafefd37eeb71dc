// The scope in which an example of a step type is run: nothing in it but what the example says.
import { isJsonObject } from '@bellwire/model/json.ts';
import type { InstallView, StepScope, StepType } from '@bellwire/model/step-type.ts';
import { sampleContact } from '../sample-contact.ts';

const EXAMPLE_ID = '01958f3e-7c00-7000-8000-00a1b2c3d4e5';

export function exampleScope({ scope = {} }: StepType['examples'][number]): StepScope {
  const { now = '2026-03-01T12:00:00.000Z', data = {}, state = {}, random = 0.5, contact, app } = scope;
  return {
    now,
    data,
    zone: 'UTC',
    locale: 'en',
    contact: contact === null ? null : { ...sampleContact, ...contact },
    install: app === undefined ? null : installView(app, data),
    stepId: 'step',
    state,
    newId: () => EXAMPLE_ID,
    newToken: (tag) => `token-${tag}`,
    random: () => random,
    addressOf: (token) => `https://bellwire.example/u/${token}`,
    payloadOf: (exit, writes) =>
      `exit:${exit}${writes === undefined ? '' : ` ${writes.to}=${JSON.stringify(writes.value)}`}`,
  };
}

type ExampleScope = NonNullable<StepType['examples'][number]['scope']>;

function installView(app: NonNullable<ExampleScope['app']>, data: StepScope['data']): InstallView {
  return {
    id: EXAMPLE_ID,
    workspaceId: EXAMPLE_ID,
    workspaceName: 'Shop',
    values: isJsonObject(data.app) ? data.app : {},
    trigger: (name) => app.triggers?.find((trigger) => trigger.name === name),
    oneTimeUrl: (name) => app.oneTimeUrls?.find((url) => url.name === name),
    field: (name) => app.fields?.find((field) => field.name === name),
  };
}
