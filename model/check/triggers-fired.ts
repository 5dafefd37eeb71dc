// Rule: each trigger is fired by a flow of the app; only a warning, as the developer's server may fire it by the API.
import { mentionsIn } from '../mentions/app-mentions.ts';
import type { AppRule } from './rule.ts';

export const triggersFired: AppRule = {
  about: 'Each trigger is fired by a step of a flow, or by the API.',
  check: (app, { stepTypes }) => {
    const fired = new Set(
      mentionsIn(app, stepTypes).flatMap(({ part, name, path }) =>
        part === 'triggers' && path[0] === 'flows' ? [name] : [],
      ),
    );
    return app.triggers.flatMap(({ name }, index) =>
      fired.has(name)
        ? []
        : [
            {
              path: ['triggers', index],
              says: `No flow fires the trigger "${name}". Add a step that does, unless your own server fires it by the API.`,
              level: 'warning' as const,
            },
          ],
    );
  },
  examples: [
    {
      says: 'one trigger is fired, the other is not',
      app: {
        triggers: [
          { name: 'paid', label: 'Paid' },
          { name: 'failed', label: 'Failed' },
        ],
        flows: [
          {
            name: 'main',
            label: 'Main',
            start: 'a',
            steps: [{ id: 'a', type: 'fire', settings: { trigger: 'paid' }, exits: {} }],
          },
        ],
      },
      complains: ['triggers.1: No flow fires the trigger "failed".'],
    },
  ],
};
