// Rule: the hosts that an app calls are declared, as an installer is asked to agree to them.
import type { App } from '../app.ts';
import { appRequests } from '../app-requests.ts';
import { isHostDeclared, literalHost } from '../declared-host.ts';
import type { Path } from '../settings/kind.ts';
import type { AppRule, CheckTools } from './rule.ts';
import { byName, stepTexts } from './step-texts.ts';

export const hostsDeclared: AppRule = {
  about: 'Each host that a request of the app names is declared in its hosts.',
  check: (app, tools) =>
    calledAddresses(app, tools).flatMap(({ path, address }) => {
      const host = literalHost(address);
      if (host === undefined || isHostDeclared(host, app.hosts)) return [];
      return [{ path, says: `The host ${host} is not declared. Add it to the hosts in the app's settings.` }];
    }),
  examples: [
    {
      says: 'hosts that are declared, or not known before the address is filled',
      app: {
        hosts: ['api.example.com', '*.shop.example'],
        subscribe: { url: 'https://api.example.com/hooks' },
        unsubscribe: { url: 'https://eu.shop.example/{{auth.key}}' },
        flows: [
          {
            name: 'main',
            label: 'Main',
            start: 'a',
            steps: [
              {
                id: 'a',
                type: 'request',
                settings: { url: 'https://{{app.shop}}.other.example/' },
                exits: {},
              },
            ],
          },
        ],
      },
      complains: [],
    },
    {
      says: 'hosts that are not declared, in a request and in a step',
      app: {
        hosts: ['api.example.com', '*.shop.example'],
        subscribe: { url: 'https://shop.example/' },
        receiptsUrl: 'https://receipts.example/',
        flows: [
          {
            name: 'main',
            label: 'Main',
            start: 'a',
            steps: [
              { id: 'a', type: 'request', settings: { url: 'https://api.example.com:8443/' }, exits: {} },
            ],
          },
        ],
      },
      complains: [
        "subscribe.url: The host shop.example is not declared. Add it to the hosts in the app's settings.",
        "receiptsUrl: The host receipts.example is not declared. Add it to the hosts in the app's settings.",
        "flows.0.steps.0.settings.url: The host api.example.com:8443 is not declared. Add it to the hosts in the app's settings.",
      ],
    },
  ],
};

interface Called {
  readonly path: Path;
  readonly address: string;
}

function calledAddresses(app: App, tools: CheckTools): Called[] {
  const { receiptsUrl } = app;
  return [
    ...appRequests(app).map(({ path, request }) => ({ path: [...path, 'url'], address: request.url })),
    ...(receiptsUrl === undefined ? [] : [{ path: ['receiptsUrl'], address: receiptsUrl }]),
    ...calledInFlows(app, tools),
  ];
}

function calledInFlows({ flows }: App, { stepTypes }: CheckTools): Called[] {
  const types = byName(stepTypes);
  return flows.flatMap((flow, index) =>
    stepTexts(flow, types).flatMap(({ text, path, field }) =>
      field?.kind === 'text' && field.isCalled === true
        ? [{ path: ['flows', index, ...path], address: text }]
        : [],
    ),
  );
}
