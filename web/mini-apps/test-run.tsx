// A test run of an action: its flow is played beside the page, with what was typed into the form.
import { useMemo } from 'react';
import type { Action } from '@bellwire/model/action.ts';
import type { AppFlow } from '@bellwire/model/flow.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import { appGround } from '../play/app-ground.ts';
import { PlayPanel } from '../play/play-panel.tsx';
import { usePlay } from '../play/use-play.ts';
import { Drawer } from '../ui/drawer.tsx';
import { useBuilder } from './builder.ts';

export interface TestRunProps {
  action: Action;
  flow: AppFlow;
  /** By the name of the input. */
  inputs: JsonObject;
  onClose: () => void;
}

export function TestRun({ action, flow, inputs, onClose }: TestRunProps) {
  const { app } = useBuilder();
  const ground = useMemo(() => {
    const own = appGround(app, flow.name);
    const typed = action.inputs.flatMap(({ name, saveTo }) => {
      const value = inputs[name];
      return saveTo === undefined || value === undefined ? [] : [[`app.${saveTo}`, value] as const];
    });
    return { ...own, samples: { ...own.samples, ...Object.fromEntries(typed) } };
  }, [app, flow.name, action.inputs, inputs]);
  const play = usePlay(ground, flow);
  return (
    <Drawer open onClose={onClose} title={`Test run: ${action.label}`}>
      <PlayPanel ground={ground} graph={flow} play={play} onShow={() => undefined} />
    </Drawer>
  );
}
