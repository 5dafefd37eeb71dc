// Everything one can do on the canvas as a whole, one entry each; keyboard and tool bar are made from this list.
import { Copy, LayoutDashboard, Maximize, Minus, Plus, Redo2, Search, Trash2, Undo2 } from 'lucide-react';
import type { Icon } from './canvas-model.ts';

/** What the commands act through; absent functions are what cannot be done now. */
export interface CanvasTools {
  readOnly: boolean;
  hasSelection: boolean;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  offer: () => void;
  remove: () => void;
  duplicate: () => void;
  selectAll: () => void;
  arrange: () => void;
  search: () => void;
  fit: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  leave: () => void;
}

export interface CanvasCommand {
  name: string;
  label: string;
  keys: readonly string[];
  /** The keys as people read them. */
  shown?: string;
  icon?: Icon;
  /** Where it stands in the tool bar; commands without a place are for the keyboard and menus. */
  bar?: 'edit' | 'view';
  can: (tools: CanvasTools) => boolean;
  run: (tools: CanvasTools) => void;
}

const edits = (tools: CanvasTools) => !tools.readOnly;
const editsSelection = (tools: CanvasTools) => !tools.readOnly && tools.hasSelection;
const always = () => true;

export const canvasCommands: readonly CanvasCommand[] = [
  {
    name: 'add',
    label: 'Add a step',
    keys: ['/'],
    shown: '/',
    icon: Plus,
    bar: 'edit',
    can: edits,
    run: (tools) => tools.offer(),
  },
  {
    name: 'undo',
    label: 'Undo',
    keys: ['mod+z'],
    shown: 'Ctrl Z',
    icon: Undo2,
    bar: 'edit',
    can: (tools) => tools.undo !== undefined,
    run: (tools) => tools.undo?.(),
  },
  {
    name: 'redo',
    label: 'Redo',
    keys: ['mod+shift+z', 'mod+y'],
    shown: 'Ctrl ⇧ Z',
    icon: Redo2,
    bar: 'edit',
    can: (tools) => tools.redo !== undefined,
    run: (tools) => tools.redo?.(),
  },
  {
    name: 'duplicate',
    label: 'Duplicate',
    keys: ['mod+d'],
    shown: 'Ctrl D',
    icon: Copy,
    can: editsSelection,
    run: (tools) => tools.duplicate(),
  },
  {
    name: 'remove',
    label: 'Delete',
    keys: ['delete', 'backspace'],
    shown: 'Del',
    icon: Trash2,
    can: editsSelection,
    run: (tools) => tools.remove(),
  },
  {
    name: 'select-all',
    label: 'Select all',
    keys: ['mod+a'],
    can: always,
    run: (tools) => tools.selectAll(),
  },
  {
    name: 'arrange',
    label: 'Lay out',
    keys: ['shift+l'],
    shown: '⇧ L',
    icon: LayoutDashboard,
    bar: 'edit',
    can: edits,
    run: (tools) => tools.arrange(),
  },
  {
    name: 'search',
    label: 'Find a step',
    keys: ['mod+f'],
    shown: 'Ctrl F',
    icon: Search,
    bar: 'view',
    can: always,
    run: (tools) => tools.search(),
  },
  {
    name: 'zoom-out',
    label: 'Zoom out',
    keys: ['-'],
    shown: '−',
    icon: Minus,
    bar: 'view',
    can: always,
    run: (tools) => tools.zoomOut(),
  },
  {
    name: 'zoom-in',
    label: 'Zoom in',
    keys: ['+', '='],
    shown: '+',
    icon: Plus,
    bar: 'view',
    can: always,
    run: (tools) => tools.zoomIn(),
  },
  {
    name: 'fit',
    label: 'Show all',
    keys: ['1'],
    shown: '1',
    icon: Maximize,
    bar: 'view',
    can: always,
    run: (tools) => tools.fit(),
  },
  { name: 'leave', label: 'Let go', keys: ['escape'], can: always, run: (tools) => tools.leave() },
];
