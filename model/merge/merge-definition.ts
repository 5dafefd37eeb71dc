// Brings two edits of one app, or of one flow, together on top of what both began with.
import { appSchema, type App } from '../app.ts';
import { flowGraphSchema, type FlowGraph } from '../flow.ts';
import { jsonObject, type JsonObject } from '../json.ts';
import { mergeThree, type Choose, type Conflict } from './merge-three.ts';

export interface Merged<Document> {
  readonly document: Document;
  readonly conflicts: readonly Conflict[];
}

/** Decides alone where nobody needs to be asked: of two places of a card the newer one is as good. */
const theirsFirst: Choose = () => 'theirs';

export function mergeApps(base: App, ours: App, theirs: App, choose = theirsFirst): Merged<App> {
  const { merged, conflicts } = mergeAsked(base, ours, theirs, choose);
  const read = appSchema.safeParse(merged);
  // Together they can be more than an app may hold: then the newest state stays as it is.
  const document = read.success ? { ...read.data, flows: read.data.flows.map(withoutLooseEnds) } : theirs;
  return { document, conflicts };
}

export function mergeFlows(
  base: FlowGraph,
  ours: FlowGraph,
  theirs: FlowGraph,
  choose = theirsFirst,
): Merged<FlowGraph> {
  const { merged, conflicts } = mergeAsked(base, ours, theirs, choose);
  const read = flowGraphSchema.safeParse(merged);
  return { document: read.success ? withoutLooseEnds(read.data) : theirs, conflicts };
}

function mergeAsked(base: object, ours: object, theirs: object, choose: Choose) {
  const conflicts: Conflict[] = [];
  const ask: Choose = (conflict) => {
    if (isPlace(conflict)) return 'ours';
    conflicts.push(conflict);
    return choose(conflict);
  };
  const merged: JsonObject = mergeThree(jsonObject(base), jsonObject(ours), jsonObject(theirs), ask);
  return { merged, conflicts };
}

function isPlace({ path }: Conflict): boolean {
  const [key, axis] = path.slice(-2);
  return path.at(-1) === 'at' || (key === 'at' && (axis === 'x' || axis === 'y'));
}

/** A wire that one side led to a step which the other has removed ends open. */
function withoutLooseEnds<Graph extends FlowGraph>(graph: Graph): Graph {
  const ids = new Set(graph.steps.map(({ id }) => id));
  const steps = graph.steps.map((step) => {
    const exits = Object.entries(step.exits).filter(([, to]) => ids.has(to));
    return exits.length === Object.keys(step.exits).length
      ? step
      : { ...step, exits: Object.fromEntries(exits) };
  });
  return { ...graph, start: graph.start !== null && ids.has(graph.start) ? graph.start : null, steps };
}
