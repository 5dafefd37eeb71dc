// What the checks of the model need of this room: the step types, and how a template is read.
import type { CheckTools } from '@bellwire/model/check/rule.ts';
import { compileOnce } from './language/fill.ts';
import { references } from './language/template.ts';
import { stepTypes } from './steps/step-types.ts';

export const checkTools: CheckTools = {
  stepTypes,
  readTemplate: (text) => {
    const compiled = compileOnce(text);
    return compiled.ok
      ? { references: references(compiled.template), problems: [] }
      : { references: [], problems: compiled.problems };
  },
};
