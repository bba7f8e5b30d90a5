import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayKeepView, sharesIn } from '../policy.ts';
import { VIEWS_MAX } from '../rules.ts';
import { ChangeView, RemoveView, SaveView } from '../schema.ts';
import {
  changeKept,
  countOthers,
  deleteView,
  isNamed,
  type KeptView,
  noDefault,
  putView,
  viewForUpdate,
} from './store.ts';

const about = (id: number, said?: object) => ({
  subjectKind: 'saved_view',
  subjectId: id,
  ...(said && { after: said }),
});

/** Keeps how a person looks at the list under a name; their own of that name is written over. */
export const saveView = action({
  name: 'view.save',
  input: SaveView,
  subject: async () => ({}),
  allow: (actor) => actor.id !== null || { code: 'refusal.not_yours' },
  async run({ tx, ctx }, _subject, { name, address, isDefault, shared }): Promise<{ id: number }> {
    if ((await countOthers(tx, ctx, name)) >= VIEWS_MAX)
      refuse('conflict', 'view.too_many', { params: { max: VIEWS_MAX } });
    if (isDefault) await noDefault(tx, ctx);
    const unitId = shared ? sharesIn(ctx.actor) : null;
    return { id: await putView(tx, ctx, { name, address, isDefault, unitId }) };
  },
  audit: (_subject, { id }, { name, shared }) => about(id, { name, shared }),
});

/** Renames a view, lets the list open with it, shares it within one's unit, or no longer. */
export const changeView = action({
  name: 'view.change',
  input: ChangeView,
  subject: (tx, _scope, { id }): Promise<KeptView | undefined> => viewForUpdate(tx, id),
  allow: (actor, view) => mayKeepView(actor, view),
  async run({ tx, ctx }, { id }, { name, isDefault, shared }): Promise<void> {
    if (await isNamed(tx, ctx, name, id))
      refuse('invalid', 'form.invalid', { fields: { name: { code: 'view.name_taken' } } });
    if (isDefault) await noDefault(tx, ctx);
    await changeKept(tx, id, { name, isDefault, unitId: shared ? sharesIn(ctx.actor) : null });
  },
  audit: ({ id }, _result, { name, shared }) => about(id, { name, shared }),
});

export const removeView = action({
  name: 'view.remove',
  input: RemoveView,
  subject: (tx, _scope, { id }): Promise<KeptView | undefined> => viewForUpdate(tx, id),
  allow: (actor, view) => mayKeepView(actor, view),
  async run({ tx }, { id }): Promise<void> {
    await deleteView(tx, id);
  },
  audit: ({ id, name }) => about(id, { name }),
});
