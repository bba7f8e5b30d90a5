import { redirect } from '@sveltejs/kit';
import { saidOf } from '#modules/initiatives/draft/rules-said.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import type { Paper } from '#modules/initiatives/draft/server/queries-paper.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const sheet = await loading(event, (db, ctx) => draftPage(db, ctx, idOf(event.params.id)));
  if ('sentAs' in sheet) redirect(303, `/office/registrations/${sheet.sentAs}/paper`);
  const { t, language } = event.locals;
  const said = saidOf(sheet, sheet.draft.content, t, language);
  const cycle = said.find(({ box }) => box === 'cycleId')?.text ?? '';
  const paper: Paper = { said, unit: sheet.unitName ?? '', cycle, blank: null };
  return { paper, id: sheet.draft.id };
};
