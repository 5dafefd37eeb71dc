// One step of a play: its name, the way it went, what it wants done; input and output are folded.
import { createElement } from 'react';
import type { PlayVisit } from '@bellwire/engine/play-visit.ts';
import { stepTypeMap } from '@bellwire/engine/steps/step-types.ts';
import type { FlowGraph } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { stepIcon } from '../flow-editor/step-icons.ts';
import { stepWords } from '../runs/step-words.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { timesInWords } from '../ui/times-in-words.ts';
import { isWell } from './play-overlay.ts';
import type { PlayGround } from './play-ground.ts';
import { Wanted } from './wanted.tsx';
import '../runs/step-story.css';

export interface VisitLineProps {
  visit: PlayVisit;
  graph: FlowGraph;
  ground: PlayGround;
  onShow: (step: string) => void;
}

export function VisitLine({ visit, graph, ground, onShow }: VisitLineProps) {
  const own = ground.isShown(visit.flow) ? graph.steps.find(({ id }) => id === visit.step) : undefined;
  const type = stepTypeMap.get(visit.type);
  const name = own?.label ?? type?.label ?? visit.type;
  return (
    <li className="play-visit" data-failed={!isWell(visit) || undefined}>
      <p className="play-visit-head">
        <span className="step-story-icon">
          {createElement(stepIcon(type?.icon ?? ''), { size: 15, strokeWidth: 1.9 })}
        </span>
        {own === undefined ? (
          <strong>{name}</strong>
        ) : (
          <button type="button" className="play-visit-name" onClick={() => onShow(visit.step)}>
            {name}
          </button>
        )}
        <span className="step-story-went">{wayOf(visit, own?.settings ?? visit.input)}</span>
      </p>
      {visit.says === null ? null : <p className="step-story-says">{timesInWords(visit.says)}</p>}
      <Wanted visit={visit} />
      <details>
        <summary>Input and output</summary>
        <CodeBlock label="Input" value={visit.input} maxHeight={240} />
        <CodeBlock label="Output" value={outputOf(visit)} maxHeight={240} />
      </details>
    </li>
  );
}

/** The way it went, by the name that stands on the card. */
function wayOf(visit: PlayVisit, settings: JsonObject): string {
  const { is, exit, type } = visit;
  if (exit === null) return stepWords({ is });
  const exits = stepTypeMap.get(type)?.exits(settings) ?? [];
  const label = exits.find(({ name }) => name === exit)?.label;
  return exits.length < 2 ? '' : stepWords({ is, exit: label ?? exit });
}

function outputOf({ exit, set, came }: PlayVisit) {
  return {
    ...(exit !== null && { exit }),
    ...(Object.keys(set).length > 0 && { set }),
    ...(came?.is === 'answer' && { answer: came.answer }),
    ...(came?.is === 'returned' && { outputs: came.outputs }),
  };
}
