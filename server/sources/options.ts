// The options of a select, read for whoever fills in its form: of a list, or asked of the app's service.
import { createHash } from 'node:crypto';
import { readOptions, type OptionsRead } from '@bellwire/engine/sources/read-options.ts';
import { sourceReads, sourceRequest, type OptionsAsked } from '@bellwire/engine/sources/source-request.ts';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { App } from '@bellwire/model/app.ts';
import { parseJson, type JsonObject } from '@bellwire/model/json.ts';
import { orNearest } from '@bellwire/model/nearest.ts';
import type { OutputOf } from '@bellwire/model/operations/all.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { DynamicSource, StaticSource } from '@bellwire/model/source.ts';
import type { Egress } from '../egress/egress.ts';
import { sendOutgoing } from '../requests/send-outgoing.ts';
import { createOptionsMemory } from './options-memory.ts';

export type OptionsPage = OutputOf<'readOptions'>;

export interface OptionsWanted extends OptionsAsked {
  readonly app: App;
  /** The name of the source. */
  readonly source: string;
  /** Plain auth values and what is told of the install; the secrets apart. */
  readonly data: JsonObject;
  readonly secrets: ReadonlyMap<string, string>;
  /** Secrets that stand in `data`. */
  readonly hidden?: readonly string[];
}

const PAGE = 100;
const memory = createOptionsMemory<OptionsRead & { ok: true }>();

/**
 * One page. Whoever calls it has made sure that the asker may see this app's form.
 *
 * @throws ProblemError `not-found` for a source that is not there, `outside-failed` where the service does not give a list.
 */
export async function optionsOf(egress: Egress, wanted: OptionsWanted): Promise<OptionsPage> {
  const source = wanted.app.sources.find(({ name }) => name === wanted.source);
  if (source === undefined) {
    const names = wanted.app.sources.map(({ name }) => name);
    throw new ProblemError('not-found', {
      says: `${wanted.app.label} has no source "${wanted.source}". ${orNearest(wanted.source, names, 'sources')}`,
    });
  }
  return source.is === 'static' ? staticPage(source, wanted) : dynamicPage(egress, source, wanted);
}

function staticPage({ options }: StaticSource, { search, after }: OptionsAsked): OptionsPage {
  const fitting = searched(options, search);
  const start = Number(after ?? 0) || 0;
  const end = start + PAGE;
  return {
    options: fitting.slice(start, end),
    next: end < fitting.length ? String(end) : null,
    dependsOn: [],
  };
}

async function dynamicPage(
  egress: Egress,
  source: DynamicSource,
  wanted: OptionsWanted,
): Promise<OptionsPage> {
  const reads = sourceReads(source);
  // Asked without what the options depend on, a service answers with an error, or with everything there is.
  if (reads.inputs.some((name) => asText(wanted.inputs[name]).trim() === ''))
    return { options: [], next: null, dependsOn: [...reads.inputs] };
  const read = await ask(egress, source, wanted);
  // Where the service does not search, what it gave is searched: of a list with pages, this page only.
  const options = reads.search ? read.options : searched(read.options, wanted.search);
  return { options: [...options], next: read.next, dependsOn: [...reads.inputs] };
}

async function ask(
  egress: Egress,
  source: DynamicSource,
  wanted: OptionsWanted,
): Promise<OptionsRead & { ok: true }> {
  const key = source.cacheSeconds === 0 ? undefined : memoryKey(source, wanted);
  const known = key === undefined ? undefined : memory.get(key);
  if (known !== undefined) return known;
  const { answer, mask } = await sendOutgoing(egress, {
    build: (scope, callKey) => sourceRequest(source, wanted, scope, callKey),
    hosts: wanted.app.hosts,
    data: wanted.data,
    secrets: wanted.secrets,
    ...(wanted.hidden && { hidden: wanted.hidden }),
  });
  if (answer.is === 'failed') throw refused(source, mask(answer.says));
  if (answer.status < 200 || answer.status > 299)
    throw refused(source, `The service answered with the status ${answer.status}.${said(mask(answer.body))}`);
  const parsed = parseJson(answer.body);
  const read = readOptions(source, parsed.ok ? parsed.value : answer.body, wanted.after);
  if (!read.ok) throw refused(source, read.says);
  if (key !== undefined) memory.keep(key, read, source.cacheSeconds);
  return read;
}

/** Everything that the answer can depend on; hashed, as there are secrets in it. */
function memoryKey(
  source: DynamicSource,
  { app, data, secrets, inputs, search, after }: OptionsWanted,
): string {
  const reads = sourceReads(source);
  const read = reads.inputs.map((name) => [name, inputs[name] ?? null]);
  const all = [
    app.name,
    app.hosts,
    source,
    data,
    [...secrets],
    read,
    reads.search ? search : '',
    after ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}

function searched<Searched extends { readonly label: string; readonly value: string }>(
  options: readonly Searched[],
  search: string,
): readonly Searched[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return options;
  return options.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
}

function said(body: string): string {
  const text = body.trim().slice(0, 200);
  return text === '' ? '' : ` It said: ${text}`;
}

function refused({ label }: DynamicSource, says: string): ProblemError {
  return new ProblemError('outside-failed', { says: `The options of "${label}" could not be read. ${says}` });
}
