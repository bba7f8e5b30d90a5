import { randomUUID } from 'node:crypto';
import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { draftsFromFile } from '#modules/initiatives/draft/server/actions.ts';
import { formsIn } from '#modules/initiatives/draft/server/queries-sheet.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { filesIn } from '../../../../sent-files.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (_db, ctx) => {
    permit(mayDraft(ctx.actor));
    return { key: randomUUID() };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { key = '' }, form) => {
      // Who may not draft does not get as far as having a file read.
      permit(mayDraft(ctx.actor));
      const [file = { name: '', bytes: new Uint8Array() }] = await filesIn(form);
      const forms = await formsIn(ctx, file, event.locals);
      const { ids } = await draftsFromFile(ctx, { forms: forms as object[], fileName: file.name.slice(-300) }, { key });
      return `/office/drafts?done=read&n=${ids.length}`;
    }),
};
