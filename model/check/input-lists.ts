// All lists of inputs of an app: what the rules about inputs look through.
import type { App } from '../app.ts';
import { authInputs } from '../auth.ts';
import type { Input } from '../input.ts';
import type { Complaint } from '../problem.ts';

export interface InputList {
  readonly path: Complaint['path'];
  readonly inputs: readonly Input[];
  /** Auth inputs can be read as `{{auth.name}}`; the others only from the field they are saved to. */
  readonly isAuth: boolean;
}

export function inputLists({ auth, actions, oneTimeUrls }: App): InputList[] {
  return [
    { path: ['auth', 'inputs'], inputs: authInputs(auth), isAuth: true },
    ...actions.map(({ inputs }, index) => ({ path: ['actions', index, 'inputs'], inputs, isAuth: false })),
    ...oneTimeUrls.flatMap(({ form }, index) =>
      form === undefined
        ? []
        : [{ path: ['oneTimeUrls', index, 'form', 'inputs'], inputs: form.inputs, isAuth: false }],
    ),
  ];
}
