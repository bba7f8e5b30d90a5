import { redirect } from '@sveltejs/kit';
import { saidOf } from '#modules/initiatives/draft/rules-said.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import type { Paper } from '#modules/initiatives/draft/server/queries-paper.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { movementIn } from '#modules/movements/cycle/rules.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const sheet = await loading(event, (db, ctx) => draftPage(db, ctx, idOf(event.params.id)));
  if ('sentAs' in sheet) redirect(303, `/office/registrations/${sheet.sentAs}/paper`);
  const { t, language } = event.locals;
  const said = saidOf(sheet, sheet.draft.content, t, language);
  const cycle = said.find(({ box }) => box === 'cycleId')?.text ?? '';
  const year = sheet.choices.cycles.find(({ id }) => id === sheet.draft.content.cycleId);
  const movement = movementIn(year, language);
  const paper: Paper = { said, unit: sheet.unitName ?? '', cycle, movement, blank: null };
  return { paper, id: sheet.draft.id };
};
