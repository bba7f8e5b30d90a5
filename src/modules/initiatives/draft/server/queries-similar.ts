import type { Context } from '#platform/server/context.ts';
import { type Advice, adviceOn } from '../../naming/rules.ts';
import { placeWithin, suggestionsFor } from '../../naming/rules-suggest.ts';
import type { SimilarAnswer } from '../../similarity/schema.ts';
import { type Similar, similarTo } from '../../similarity/server/queries.ts';
import type { DraftPage } from './queries-page.ts';

/** What is told of a draft before it is sent; none of it keeps it from being sent. */
export interface BeforeSending {
  similar: (Similar & { given: SimilarAnswer | null })[];
  naming: Naming;
}

export interface Naming {
  advice: Advice[];
  suggestions: string[];
}

/** The draft's near-duplicates with what was answered about them, and what may be better about its name. Called outside a transaction. */
export async function beforeSending(ctx: Context, sheet: DraftPage): Promise<BeforeSending> {
  const { content } = sheet.draft;
  const similar =
    content.name === ''
      ? []
      : await similarTo(ctx, {
          name: content.name,
          content: content.content || content.objectives,
          place: [content.place, sheet.unitName].filter(Boolean).join(', '),
          unitId: content.unitId,
          registrantName: content.registrantName,
          cycleId: content.cycleId,
          levels: content.levels,
          initiativeId: sheet.again?.initiativeId ?? 0,
        });
  return {
    similar: similar.map((each) => ({
      ...each,
      continuable: each.continuable && sheet.again === null,
      given: content.similar.find(({ code }) => code === each.code) ?? null,
    })),
    naming: namingOf(sheet, similar),
  };
}

/** What may be better about the name of a draft; nothing as long as it has none. */
export function namingOf({ draft, unitName }: DraftPage, similar: readonly Similar[] = []): Naming {
  const { name, content } = draft.content;
  if (name === '') return { advice: [], suggestions: [] };
  const advice = adviceOn(name);
  const around = { content, place: placeWithin(unitName), library: similar.map((each) => each.name) };
  return { advice, suggestions: suggestionsFor(name, advice, around) };
}
