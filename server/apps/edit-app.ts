// Editing the draft: by changes, or by its whole text.
import { checkTools } from '@bellwire/engine/check-tools.ts';
import { canonicalText, parseApp } from '@bellwire/model/canonical.ts';
import type { PlacedComplaint } from '@bellwire/model/canonical.ts';
import { applyAllToApp } from '@bellwire/model/changes/apply.ts';
import type { appOperations } from '@bellwire/model/operations/apps.ts';
import type { Complaint } from '@bellwire/model/problem.ts';
import { ProblemError } from '@bellwire/model/problem.ts';
import type { Handlers } from '../http/handler.ts';
import { complaintAt } from '../http/complaint-view.ts';
import { lockApp, replaceDraft, writeDraft } from './app-row.ts';
import { appNotFound, viewDraft } from './app-view.ts';

export const appEditHandlers: Pick<
  Handlers<keyof typeof appOperations>,
  'changeApp' | 'replaceApp' | 'appText'
> = {
  async changeApp({ appId, revision, changes }, context) {
    await context.inWorkspace(async (tx) => {
      const row = await lockApp(tx, appId, revision);
      const applied = applyAllToApp(row.draft, changes, checkTools.stepTypes);
      if (!applied.ok)
        throw new ProblemError('bad-input', { complaints: [complaintAt(['changes'], applied.complaint)] });
      await writeDraft(tx, context, { row, draft: applied.value, changes, inverse: applied.inverse });
    });
    return viewDraft(context, appId);
  },

  async replaceApp({ appId, revision, text }, context) {
    const parsed = parseApp(text);
    if (!parsed.ok) throw new ProblemError('bad-input', { complaints: parsed.complaints.map(sayPlace) });
    await context.inWorkspace(async (tx) => {
      const row = await lockApp(tx, appId, revision);
      // The same text again is no edit: a push from git that changes nothing leaves no trace.
      if (canonicalText(row.draft) === canonicalText(parsed.app)) return;
      await replaceDraft(tx, context, { row, draft: parsed.app, note: 'Replaced the draft by a text' });
    });
    return viewDraft(context, appId);
  },

  async appText({ appId, version }, context) {
    const app = await context.inWorkspace(async (tx) => {
      if (version === undefined)
        return (await tx.selectFrom('app').select('draft').where('id', '=', appId).executeTakeFirst())?.draft;
      const versions = tx.selectFrom('app_version').select('definition').where('app_id', '=', appId);
      return (await versions.where('number', '=', version).executeTakeFirst())?.definition;
    });
    if (app === undefined) throw appNotFound();
    return { text: canonicalText(app) };
  },
};

/** Who sent a text looks for the line; the path leads there as well, for a program. */
function sayPlace({ path, says, line, column }: PlacedComplaint): Complaint {
  return { path, says: `Line ${line}, column ${column}: ${says}` };
}
