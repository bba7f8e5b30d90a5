import { initiativesOf, registrationIdsOf } from '#modules/initiatives/registration/server/queries-record.ts';
import { PAGES } from '#modules/people/audit/rules.ts';
import { type AuditFilter, auditFilterOf } from '#modules/people/audit/schema.ts';
import type { AuditEvent } from '#modules/people/audit/server/queries.ts';
import type { ReadDb } from '#platform/server/context.ts';

/** The filter of an address; what happened to a model is also what happened to its registrations. */
export async function askedFilter(
  db: ReadDb,
  asked: URLSearchParams,
): Promise<{ filter: AuditFilter; unread: string[] }> {
  const { filter, unread } = auditFilterOf(asked);
  const [record] = filter.records ?? [];
  if (record?.kind !== 'initiative' || !record.ids[0]) return { filter, unread };
  const ids = await registrationIdsOf(db, record.ids[0]);
  // Without ids a kind means all of it.
  const records = ids.length > 0 ? [record, { kind: 'registration', ids }] : [record];
  return { filter: { ...filter, records }, unread };
}

/** The pages of the records that events are about, by the event's id; what has no page, or is no more, is left out. */
export async function recordLinks(
  db: ReadDb,
  events: readonly AuditEvent[],
  administrator: boolean,
): Promise<Record<number, string>> {
  const ids = events.flatMap((each) => (each.subjectKind === 'registration' && each.subjectId ? [each.subjectId] : []));
  const models = await initiativesOf(db, ids);
  const linked = events.flatMap(({ id, subjectKind, subjectId }): [number, string][] => {
    if (!subjectId || !subjectKind) return [];
    const model = subjectKind === 'registration' && models.get(subjectId);
    if (model) return [[id, `/office/initiatives/${model}?registration=${subjectId}`]];
    const page = subjectKind === 'account' && administrator ? '/office/people' : PAGES[subjectKind];
    return page ? [[id, `${page}/${subjectId}`]] : [];
  });
  return Object.fromEntries(linked);
}
