import { publishedModel } from '#modules/portal/library/server/queries.ts';
import { asVisitor } from '../../visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => ({ model: await publishedModel(db, event.params.code, today) }));
