import { articleBySlug, listArticles } from '#modules/portal/article/server/queries.ts';
import { asVisitor } from '../../visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db, today) => {
    const { slug } = event.params;
    const article = await articleBySlug(db, slug, today);
    return { article, related: (await listArticles(db, today, { limit: 4, except: slug })).lines };
  });
