// Which section of the builder shows which parts of the app; those without one are edited as text.
import type { AppPart } from '@bellwire/model/app.ts';

export const partSections: Readonly<Record<AppPart, string>> = {
  fields: 'fields',
  actions: 'actions',
  triggers: 'triggers',
  oneTimeUrls: 'one-time-urls',
  flows: 'flows',
  tests: 'tests',
  sources: 'sources',
  webhooks: 'webhooks',
  schedules: 'schedules',
};
