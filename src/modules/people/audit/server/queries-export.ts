import { sql } from 'kysely';
import type { Language, Translate } from '#platform/i18n.ts';
import { formatMoment } from '#platform/moments.ts';
import type { Context } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type SheetColumn, type SheetValues, writeCsv } from '#platform/server/sheet-writer.ts';
import { actorIn, changesOf, labelOf, saidOf, subjectIn, writtenIn } from '../rules.ts';
import type { AuditFilter } from '../schema.ts';
import { type AuditEvent, COLUMNS, conditions, FROM } from './queries.ts';

/** An event with what proves it; digests in hexadecimal. */
export interface ExportedEvent extends AuditEvent {
  rowsDigest: string | null;
  salt: string | null;
  bodyDigest: string;
  digest: string;
  position: number | null;
  link: string | null;
}

const BATCH = 2_000;

/** Exactly the events of a filter, newest first, in batches that each are read in a transaction of their own. */
export async function* exportedEvents(ctx: Context, filter: AuditFilter): AsyncGenerator<ExportedEvent[]> {
  for (let before = filter.before; ; ) {
    const asked = { ...filter, before };
    const batch = await read(ctx, (db) =>
      rowsOf(
        db,
        sql<ExportedEvent>`
        select ${COLUMNS}, e.rows_digest as "rowsDigest", encode(e.salt, 'hex') as salt, encode(e.body_digest, 'hex') as "bodyDigest",
          encode(e.digest, 'hex') as digest, s.position, encode(s.link, 'hex') as link
        from ${FROM} left join audit_seal s on s.event_id = e.id
        where ${conditions(asked)} order by e.id desc limit ${BATCH}`,
      ),
    );
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    before = batch.at(-1)?.id;
  }
}

type Words = { t: Translate; language: Language };

/** The events of a filter as a table for a spreadsheet, in the reader's words, with what they changed field by field. */
export function auditSheet(ctx: Context, filter: AuditFilter, words: Words): AsyncGenerator<Uint8Array> {
  const text = (key: string): SheetColumn => ({ title: words.t(key), kind: 'text' });
  const number = (key: string): SheetColumn => ({ title: words.t(key), kind: 'number' });
  const columns = [
    number('audit.number'),
    text('audit.at'),
    text('audit.who'),
    text('audit.act'),
    text('audit.act_code'),
    text('audit.subject'),
    text('audit.unit'),
    number('audit.extent'),
    text('audit.changes'),
    text('audit.request'),
    number('audit.position'),
    text('audit.digest'),
    text('audit.link'),
  ];
  return writeCsv(columns, linesOf(ctx, filter, words));
}

async function* linesOf(ctx: Context, filter: AuditFilter, { t, language }: Words): AsyncGenerator<SheetValues[]> {
  const written = writtenIn(language);
  const changed = ({ before, after, emptied }: ExportedEvent) =>
    emptied
      ? t('audit.emptied_body')
      : changesOf(before, after)
          .map((change) => {
            const [one, other] = [change.before, change.after].map((value) => saidOf(t, change.field, value, written));
            return `${labelOf(t, change.field)}: ${one} → ${other}`;
          })
          .join('\n');
  for await (const batch of exportedEvents(ctx, filter))
    yield batch.map((event) => [
      event.id,
      formatMoment(event.at, language),
      actorIn(t, event),
      t(event.act),
      event.act,
      subjectIn(t, event),
      event.unitName,
      event.rowCount,
      changed(event),
      event.requestId,
      event.position,
      event.digest,
      event.link,
    ]);
}
