import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { keptModel } from '../../upkeep/server/queries.ts';
import { mayAdopt } from '../policy.ts';
import { closesCircle } from '../rules.ts';
import { Adopt, ForgetAdoption } from '../schema.ts';
import { adoptionOf, familyOf, modelOfCode } from './queries.ts';
import { deleteAdoption, saveAdoption } from './store.ts';

/** A model within scope with what is told of it so far. Whoever tells of any model at the same time waits: no two close a circle. */
async function subject(tx: WriteDb, ctx: Context, id: number) {
  await sql`lock table adoption in share row exclusive mode`.execute(tx);
  const model = await keptModel(asRead(tx), ctx, id);
  return model && { ...model, told: await adoptionOf(asRead(tx), id) };
}

/** Tells from which public model, or one of the own scope, this one was learnt. */
export const adoptModel = action({
  name: 'adoption.tell',
  input: Adopt,
  subject: (tx, _scope, input, ctx) => subject(tx, ctx, input.id),
  allow: (actor, model) => mayAdopt(actor, model.registration),
  async run({ tx, ctx }, model, { code, ...words }): Promise<{ parentId: number }> {
    const wrong = (why: string) => refuse('invalid', 'form.invalid', { fields: { code: { code: why } } });
    const parentId = (await modelOfCode(asRead(tx), code)) ?? wrong('adoption.parent.unknown');
    const family = await familyOf(asRead(tx), ctx, parentId);
    if (closesCircle(model.id, parentId, family)) wrong('adoption.parent.circle');
    await saveAdoption(tx, ctx, { ...words, parentId });
    return { parentId };
  },
  audit: (model, { parentId }, { id, ...told }) => ({
    subjectKind: 'initiative',
    subjectId: id,
    unitId: model.registration.keeperUnitId,
    ...(model.told && { before: model.told }),
    after: { parentId, ...told },
  }),
});

/** It was not learnt from another: what was told is taken back. */
export const forgetAdoption = action({
  name: 'adoption.forget',
  input: ForgetAdoption,
  subject: (tx, _scope, input, ctx) => subject(tx, ctx, input.id),
  allow: (actor, model) => mayAdopt(actor, model.registration),
  run: ({ tx }, { id }) => deleteAdoption(tx, id),
  audit: (model) => ({
    subjectKind: 'initiative',
    subjectId: model.id,
    unitId: model.registration.keeperUnitId,
    ...(model.told && { before: model.told }),
  }),
});
