import { latestFigure, listArticles } from '#modules/portal/article/server/queries.ts';
import { latestModels } from '#modules/portal/library/server/queries.ts';
import type { PageServerLoad } from './$types';
import { asVisitor } from './visitor.ts';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => ({
    latest: await latestFigure(db, today),
    news: await listArticles(db, today, { limit: 4 }),
    models: await latestModels(db, 6),
  }));
