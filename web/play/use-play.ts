// A play of the flow on the canvas: played anew from its beginning whenever the flow or what happened changes.
import { useMemo, useState } from 'react';
import { standInStep } from '@bellwire/engine/play-stand-in.ts';
import { playOn, startPlay, type Happening, type Played, type PlayEvent } from '@bellwire/engine/play.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { Given, PlayGround } from './play-ground.ts';
import { back, begin, goOn, happen, notBegun, type Pace, type PlayState } from './play-state.ts';

export interface Play {
  readonly given: Given;
  give(given: Given): void;
  /** Undefined before it begins. */
  readonly played: Played | undefined;
  /** As far as it is shown. */
  readonly story: readonly PlayEvent[];
  /** All that was walked is shown: what comes next is up to the person. */
  readonly isAtRest: boolean;
  goOn(pace: Pace): void;
  happen(happening: Happening): void;
  readonly back: (() => void) | undefined;
  restart(): void;
}

/** What the prompts of a play are drawn from. */
export interface PlayScene {
  play: Play;
  played: Played;
  ground: PlayGround;
}

const NO_STORY: readonly PlayEvent[] = [];

/** An edit of the flow while it is played shows at once: the play is walked again from its beginning. */
export function usePlay(ground: PlayGround, graph: FlowGraph): Play {
  const [typed, give] = useState<Given>({});
  const [state, setState] = useState<PlayState>(notBegun);
  const given = useMemo(() => ({ ...ground.samples, ...typed }), [ground.samples, typed]);
  const played = useMemo(() => playAll(ground, graph, given, state), [ground, graph, given, state]);
  const told = useMemo(() => played?.story.filter(isDrawn) ?? NO_STORY, [played]);
  return {
    given,
    give,
    played,
    story: useMemo(() => told.slice(0, state.shown), [told, state.shown]),
    isAtRest: played !== undefined && state.shown >= told.length,
    goOn: (pace) =>
      setState(
        state.begunAt === null ? begin(new Date().toISOString(), pace) : goOn(state, told.length, pace),
      ),
    happen: (happening) => setState(happen(state, happening)),
    back: state.begunAt === null ? undefined : () => setState(back(state, told)),
    restart: () => setState(notBegun),
  };
}

/** What stands in for an app's flow is nobody's step: its question is asked in the prompt. */
function isDrawn(event: PlayEvent): boolean {
  return event.is !== 'visit' || event.visit.type !== standInStep.name;
}

function playAll(
  ground: PlayGround,
  graph: FlowGraph,
  given: Given,
  { begunAt, happenings }: PlayState,
): Played | undefined {
  if (begunAt === null) return undefined;
  const definitions = ground.definitions(graph, given);
  const start = startPlay(definitions, ground.contact(given), begunAt);
  return happenings.reduce((played, happening) => playOn(definitions, played, happening), start);
}
