import { latestFigure } from '#modules/portal/article/server/queries.ts';
import { asVisitor } from '../visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => ({ latest: await latestFigure(db, today) }));
