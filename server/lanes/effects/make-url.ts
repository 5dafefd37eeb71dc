// Effect: a one-time URL, bound to this run's install, contact and app field values.
import type { EffectTaker } from './effect-kind.ts';

export const makeUrl: EffectTaker<'make-url'> = {
  take: (work, run, effect) => {
    const frame = run.frames.findLast(
      ({ flow }) => flow.is === 'app' && flow.installId === effect.installId,
    )?.flow;
    const versionId =
      frame?.is === 'app' ? frame.versionId : work.definitions.installs.get(effect.installId)?.versionId;
    if (versionId === undefined) return;
    work.urls.push({
      id: effect.id,
      token: effect.token,
      installId: effect.installId,
      versionId,
      name: effect.url,
      values: effect.values,
      expiresAt: effect.expiresAt,
      run,
    });
  },
};
