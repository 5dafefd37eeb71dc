// The tool bar at the foot of the canvas.
import { useStore } from '@xyflow/react';
import { IconButton } from '../ui/icon-button.tsx';
import { canvasCommands } from './canvas-commands.tsx';
import type { CanvasCommand, CanvasTools } from './canvas-commands.tsx';

export function CanvasBar({ tools }: { tools: CanvasTools }) {
  const percent = useStore((store) => Math.round(store.transform[2] * 100));
  const of = (bar: CanvasCommand['bar']) =>
    canvasCommands.filter((command) => command.bar === bar && (bar === 'view' || !tools.readOnly));
  return (
    <div className="canvas-bar" role="toolbar" aria-label="Canvas">
      {of('edit').map((command) => (
        <BarButton key={command.name} command={command} tools={tools} />
      ))}
      {tools.readOnly ? null : <span className="canvas-bar-line" />}
      {of('view').map((command) => (
        <BarButton key={command.name} command={command} tools={tools} />
      ))}
      <output className="canvas-bar-zoom" aria-label="Zoom">
        {percent}%
      </output>
    </div>
  );
}

function BarButton({ command, tools }: { command: CanvasCommand; tools: CanvasTools }) {
  const { name, label, shown, icon: Icon, can, run } = command;
  if (Icon === undefined) return null;
  return (
    <IconButton
      label={label}
      {...(shown === undefined ? {} : { keys: shown })}
      icon={<Icon size={16} />}
      data-command={name}
      disabled={!can(tools)}
      onClick={() => run(tools)}
    />
  );
}
