// Reads templates and formulas for the check of a definition: what they would read, and what is wrong with them.
import type { TemplateRead } from '@bellwire/model/check/rule.ts';
import { compileOnce } from './fill.ts';
import { compileFormula } from './formula.ts';
import { references } from './template.ts';

/** @example readTemplate('Hi {{user.name}}') // { references: ['user.name'], problems: [] } */
export function readTemplate(text: string, syntax?: 'formula'): TemplateRead {
  if (syntax === 'formula') {
    const compiled = compileFormula(text);
    return compiled.ok
      ? { references: compiled.formula.references, problems: [] }
      : { references: [], ...compiled };
  }
  const compiled = compileOnce(text);
  return compiled.ok
    ? { references: references(compiled.template), problems: [] }
    : { references: [], ...compiled };
}
