// The small pages a visitor of a one-time URL sees: a few words, or a form; everything of the app's is written as text.
import { createHash } from 'node:crypto';
import { asText } from '@bellwire/engine/language/as-text.ts';
import type { JsonObject } from '@bellwire/model/json.ts';
import type { Asked } from './web-form.ts';

const style = `:root{color-scheme:light dark;--ink:light-dark(#24211c,#efebe3);--quiet:light-dark(#5a544a,#b9b2a5);--line:light-dark(#918a7d,#757064);--field:light-dark(#fff,#262420);--act:light-dark(#0c6b6a,#55c2b7);--on-act:light-dark(#fff,#06211f);--wrong:light-dark(#ae2a20,#f3938a)}*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f4ef,#161512);color:var(--ink)}main{width:100%;max-width:28rem;padding:2rem 1.25rem;text-align:center}main.form{text-align:start}h1{font-size:1.375rem;line-height:1.3;margin:0 0 .5rem}p{margin:0;color:var(--quiet);white-space:pre-line;overflow-wrap:anywhere}.app{font-size:.875rem;margin-bottom:.5rem}form{display:grid;gap:1.25rem;margin-top:1.5rem}.ask{display:grid;gap:.25rem}.tick{grid-template-columns:auto 1fr;column-gap:.625rem;align-items:start}.tick p{grid-column:2}label{font-weight:600}.tick label{font-weight:400}.may{font-weight:400;color:var(--quiet)}input,textarea,select{font:inherit;width:100%;min-height:44px;padding:.5rem .75rem;border:1px solid var(--line);border-radius:8px;background:var(--field);color:inherit}textarea{min-height:7rem;resize:vertical}input[type=checkbox]{width:20px;min-height:20px;height:20px;margin:2px 0 0;accent-color:var(--act)}[aria-invalid=true]{border-color:var(--wrong)}.hint{font-size:.875rem}.wrong{font-size:.875rem;color:var(--wrong)}.sum{border-inline-start:3px solid var(--wrong);padding-inline-start:.75rem;margin-top:1rem;color:var(--ink)}button{font:inherit;font-weight:600;min-height:44px;padding:.5rem 1.25rem;border:0;border-radius:8px;background:var(--act);color:var(--on-act);cursor:pointer}:focus-visible{outline:2px solid var(--act);outline-offset:2px}`;

/** Allows this page's own style, a form that comes back to it, and nothing else. */
export const urlPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;

interface Words {
  readonly title: string;
  readonly text: string;
}

export function urlPage({ title, text }: Words): string {
  return document(title, `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>`);
}

export interface FormPage {
  /** The app that asks. */
  readonly from: string;
  readonly title: string;
  readonly asked: readonly Asked[];
  /** What stands in the fields: typed before, or from the start. */
  readonly given: JsonObject;
  /** What is wrong, by input name. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Posts to its own address, query and all; without `novalidate`, so that a browser tells of an empty field by itself. */
export function formPage({ from, title, asked, given, faults }: FormPage): string {
  const wrong =
    faults.size === 0
      ? ''
      : `<p class="sum" role="alert">${faults.size === 1 ? 'One answer has' : `${faults.size} answers have`} to be mended. Nothing was sent yet.</p>`;
  const fields = asked.map((each) => field(each, given, faults.get(each.input.name))).join('');
  return document(
    faults.size === 0 ? title : `To mend: ${title}`,
    `<main class="form"><p class="app">${escapeHtml(from)}</p><h1>${escapeHtml(title)}</h1>${wrong}<form method="post">${fields}<div><button>Send</button></div></form></main>`,
  );
}

function field({ input, options }: Asked, given: JsonObject, fault: string | undefined): string {
  const id = `f-${input.name}`;
  const notes = [
    input.description === undefined ? '' : note(`${id}-hint`, 'hint', input.description),
    fault === undefined ? '' : note(`${id}-wrong`, 'wrong', fault),
  ].filter((each) => each !== '');
  const ids = [input.description === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-wrong`];
  const says = ids.filter((each) => each !== '').join(' ');
  const attributes = `id="${id}" name="${escapeHtml(input.name)}"${says === '' ? '' : ` aria-describedby="${says}"`}${fault === undefined ? '' : ' aria-invalid="true"'}`;
  const value = given[input.name] ?? input.default ?? null;
  const label = `<label for="${id}">${escapeHtml(input.title)}${input.required || input.type === 'checkbox' ? '' : ' <span class="may">(optional)</span>'}</label>`;
  if (input.type === 'checkbox') {
    const ticked = value === null || value === false || value === 'false' || value === '' ? '' : ' checked';
    return `<div class="ask tick"><input type="checkbox" value="true" ${attributes}${ticked}>${label}${notes.join('')}</div>`;
  }
  return `<div class="ask">${label}${control({ input, options }, attributes, asText(value))}${notes.join('')}</div>`;
}

function control({ input, options }: Asked, attributes: string, value: string): string {
  const needed = input.required ? ' required' : '';
  const length = input.maxLength === undefined ? '' : ` maxlength="${input.maxLength}"`;
  const sample = input.placeholder === undefined ? '' : ` placeholder="${escapeHtml(input.placeholder)}"`;
  if (options !== null) {
    const empty = `<option value="">${input.placeholder === undefined ? 'Choose…' : escapeHtml(input.placeholder)}</option>`;
    const choices = options.map(
      (option) =>
        `<option value="${escapeHtml(option.value)}"${option.value === value ? ' selected' : ''}>${escapeHtml(option.label)}</option>`,
    );
    return `<select ${attributes}${needed}>${empty}${choices.join('')}</select>`;
  }
  if (input.type === 'text')
    // The first line break behind the tag is not part of the text.
    return `<textarea ${attributes}${needed}${length}${sample}>\n${escapeHtml(value)}</textarea>`;
  const keys = input.type === 'number' ? ' inputmode="decimal"' : '';
  const type = input.secret === true ? 'password' : 'text';
  return `<input type="${type}" ${attributes}${needed}${length}${sample}${keys} value="${input.secret === true ? '' : escapeHtml(value)}">`;
}

function note(id: string, kind: string, text: string): string {
  return `<p class="${kind}" id="${id}">${escapeHtml(text)}</p>`;
}

function document(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
