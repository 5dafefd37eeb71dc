// A mention: a place where one part of an app names another, as an action names its flow.
import type { AppPart } from '../app.ts';
import type { Path } from '../settings/kind.ts';
import type { ReferenceTarget } from '../settings/setting.ts';

export interface Mention {
  /** The part whose entry is named. */
  readonly part: AppPart;
  readonly name: string;
  /** Where it stands in the app. */
  readonly path: Path;
  /** Inside a text as `{{app.name}}`, and not a value of its own. */
  readonly inText: boolean;
}

export type Swap = (mention: Mention) => string;

/** Which part of an app a reference setting names; a step is named inside its flow, an action inside another app. */
export const partOfReference: { readonly [To in ReferenceTarget]: AppPart | undefined } = {
  field: 'fields',
  flow: 'flows',
  trigger: 'triggers',
  'one-time-url': 'oneTimeUrls',
  step: undefined,
  action: undefined,
};
