// What the checks of the model need of this room: the step types, and how a template is read.
import type { CheckTools } from '@bellwire/model/check/rule.ts';
import { jsonPathFault } from './language/json-path.ts';
import { readTemplate } from './language/read-template.ts';
import { timingFault } from './next-time.ts';
import { checkDeclaredRequest } from './requests/check-request.ts';
import { stepTypes } from './steps/step-types.ts';

export const checkTools: CheckTools = {
  stepTypes,
  readTemplate,
  checkRequest: checkDeclaredRequest,
  jsonPathFault,
  timingFault,
};
