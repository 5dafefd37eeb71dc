// Which install a key of the workspace means by `app.trigger`: such a key speaks for no app, so the name has to.
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Definitions } from './definitions.ts';
import type { NamedTrigger } from './door.ts';

export function findTrigger(
  { installs }: Pick<Definitions, 'installs'>,
  name: string,
): NamedTrigger | ProblemError {
  const dot = name.indexOf('.');
  if (dot < 1)
    return unclear(
      `A key of the workspace speaks for no app: send "app.trigger", such as "acme-pay.${name}", or use the key of the install.`,
    );
  const [app, trigger] = [name.slice(0, dot), name.slice(dot + 1)];
  const live = [...installs.values()].filter((install) => install.live);
  const [first, ...others] = live.filter((install) => install.app.name === app);
  if (first === undefined) {
    const names = [...new Set(live.map((install) => install.app.name))];
    const known = names.length === 0 ? 'No app is installed.' : `Installed are ${names.join(', ')}.`;
    return unclear(`No app "${app}" is installed in this workspace. ${known}`);
  }
  if (others.length === 0) return { installId: first.id, trigger };
  const several = [first, ...others].map((install) => `"${install.name}"`).join(', ');
  return unclear(
    `The app "${app}" is installed several times (${several}). Use the key of the install that is meant.`,
  );
}

function unclear(says: string): ProblemError {
  return new ProblemError('unknown-trigger', { says, complaints: [{ path: ['trigger'], says }] });
}
