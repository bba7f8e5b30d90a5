import { listArticles } from '#modules/portal/article/server/queries.ts';
import { newsPageOf } from '../address.ts';
import { asVisitor } from '../visitor.ts';
import type { PageServerLoad } from './$types';

const SIZE = 10;

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => {
    const number = newsPageOf(event.url.searchParams);
    const offset = (number - 1) * SIZE;
    return { number, offset, ...(await listArticles(db, today, { limit: SIZE, offset })) };
  });
