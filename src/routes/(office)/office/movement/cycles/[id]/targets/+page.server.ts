import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { rowsTyped } from '#modules/movements/target/rules.ts';
import { fillTargets, setTargets } from '#modules/movements/target/server/actions.ts';
import { shownIn } from '#modules/reports/progress/rules.ts';
import { progressPage } from '#modules/reports/progress/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { saving } from '../../../saving.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const unit = asked.get('unit') === null ? undefined : idOf(asked.get('unit'));
    const page = await progressPage(db, ctx, idOf(event.params.id), unit, event.locals.language);
    return { page, shown: shownIn(asked), done: asked.get('done') };
  });

/** Back to the same units: those that were shown as the form was sent. */
const back = ({ unitId = '', q = '', show = '', after = '' }: Record<string, string>) =>
  `&${new URLSearchParams({ unit: String(idOf(unitId)), ...(q && { q }), ...(show && { show }), ...(after && { after }) })}`;

export const actions: Actions = {
  save: saving(
    (ctx, cycleId, typed) => setTargets(ctx, { cycleId, unitId: idOf(typed.unitId), rows: rowsTyped(typed) } as never),
    back,
  ),
  fill: saving((ctx, cycleId, typed) => fillTargets(ctx, { ...typed, cycleId } as never), back),
};
