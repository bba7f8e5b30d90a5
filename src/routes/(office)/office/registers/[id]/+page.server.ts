import { randomUUID } from 'node:crypto';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mappingIn } from '#modules/registers/register/rules-preview.ts';
import { chooseSheets, discardRegister, remapRegister } from '#modules/registers/register/server/actions.ts';
import { writeTyped } from '#modules/registers/register/server/actions-write.ts';
import { registerPage } from '#modules/registers/register/server/queries-page.ts';
import type { Context } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const here = (event: { params: { id: string } }) => idOf(event.params.id);
export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const results = asked.get('results') === 'later' ? ('later' as const) : ('now' as const);
    const where = { page: Number(asked.get('page')), decided: results === 'now' };
    const found = await registerPage(db, ctx, here(event), where);
    const done = ['received', 'remapped', 'sheets', 'written', 'undone'].find((each) => each === asked.get('done'));
    return { ...found, results, done, key: randomUUID() };
  });

type Work = (ctx: Context, id: number, values: Record<string, string>, form: FormData) => Promise<unknown>;

const acting =
  (work: Work, done: string, back = '') =>
  (event: RequestEvent) =>
    submitting(event, async (ctx, values, form) => {
      await work(ctx, here(event), values, form);
      return `${back || `/office/registers/${here(event)}`}?done=${done}`;
    });

export const actions: Actions = {
  remap: acting(
    (ctx, id, values) => remapRegister(ctx, { id, ...values, mapping: mappingIn(values) as never }),
    'remapped',
  ),
  sheets: acting((ctx, id, _values, form) => chooseSheets(ctx, { id, sheets: form.getAll('sheets') }), 'sheets'),
  write: acting((ctx, id, values) => writeTyped(ctx, id, values, values.key), 'written'),
  discard: acting((ctx, id) => discardRegister(ctx, { id }), 'discarded', '/office/registers'),
};
