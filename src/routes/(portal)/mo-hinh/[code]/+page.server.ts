import { publishedModel } from '#modules/portal/library/server/queries.ts';
import { familyInPublic } from '#modules/portal/library/server/queries-family.ts';
import { asVisitor } from '../../visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => {
    const model = await publishedModel(db, event.params.code, today);
    return { model, family: await familyInPublic(db, model.id, today) };
  });
