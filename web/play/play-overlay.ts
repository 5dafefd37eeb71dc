// A play as the canvas lays it over its flow: the steps that were taken so far, and the one where it stands.
import type { PlayEvent } from '@bellwire/engine/play.ts';
import type { PlayVisit } from '@bellwire/engine/play-visit.ts';
import { FAILED_EXIT } from '@bellwire/model/step-type.ts';
import type { RunOverlay } from '../canvas/canvas-model.ts';
import { overlayOf } from '../runs/overlay-of.ts';
import type { PlayGround } from './play-ground.ts';

export function playOverlay(story: readonly PlayEvent[], isShown: PlayGround['isShown']): RunOverlay {
  const visits = story.flatMap((event) =>
    event.is === 'visit' && isShown(event.visit.flow) ? [event.visit] : [],
  );
  const walked = visits.map((visit, place) => ({
    step: visit.step,
    at: visit.at,
    until: visits[place + 1]?.at ?? null,
    ok: isWell(visit),
    exit: visit.exit,
    input: visit.input,
    output: outputOf(visit),
    problem: isWell(visit) ? undefined : (visit.says ?? undefined),
    isResumed: visit.came !== null,
  }));
  return overlayOf(walked, visits.at(-1)?.step);
}

export function isWell({ is, exit }: PlayVisit): boolean {
  return is !== 'fail' && exit !== FAILED_EXIT;
}

function outputOf({ is, exit, set, effects, call, came, says }: PlayVisit) {
  return {
    is,
    ...(exit !== null && { exit }),
    ...(Object.keys(set).length > 0 && { set }),
    ...(effects.length > 0 && { wants: effects }),
    ...(call !== null && { request: call }),
    ...(came?.is === 'answer' && { answer: came.answer }),
    ...(says !== null && { says }),
  };
}
