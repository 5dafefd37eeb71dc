// Reads a template for the check of a definition: what it would read, and what is wrong with it.
import type { TemplateRead } from '@bellwire/model/check/rule.ts';
import { compileOnce } from './fill.ts';
import { references } from './template.ts';

/** @example readTemplate('Hi {{user.name}}') // { references: ['user.name'], problems: [] } */
export function readTemplate(text: string): TemplateRead {
  const compiled = compileOnce(text);
  return compiled.ok
    ? { references: references(compiled.template), problems: [] }
    : { references: [], problems: compiled.problems };
}
