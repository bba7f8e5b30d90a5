import { z } from 'zod';
import { parseDay } from '#platform/vietnamese.ts';

/** What a list of the audit is narrowed to; a missing part narrows nothing. Days are `yyyy-mm-dd`, both included. */
export interface AuditFilter {
  /** A name or user name, compared without marks. */
  person?: string | undefined;
  act?: string | undefined;
  /** This unit and everything under it as the tree stands today. */
  unit?: number | undefined;
  /** Records; one without ids means every record of the kind. */
  records?: readonly { kind: string; ids: readonly number[] }[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** The last id of the page before. */
  before?: number | undefined;
}

const number = (text: string | null) => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined);

const unitId = (text: string | null) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined);

/** The filter as an address says it, and the names of its parts that could not be read. */
export function auditFilterOf(asked: URLSearchParams): { filter: AuditFilter; unread: string[] } {
  const typed = (name: string) => asked.get(name)?.trim() || undefined;
  const day = (name: string) => (typed(name) ? (parseDay(typed(name) as string) ?? undefined) : undefined);
  const [kind, id] = [typed('kind'), number(asked.get('id'))];
  const filter = {
    person: typed('q'),
    act: typed('act'),
    unit: unitId(asked.get('unit')),
    records: kind ? [{ kind, ids: id ? [id] : [] }] : undefined,
    from: day('from'),
    to: day('to'),
    before: number(asked.get('after')),
  };
  const unread = (['from', 'to'] as const).filter((name) => typed(name) && !filter[name]);
  // A number without the kind of thing that has it names nothing.
  if (typed('id') && !(kind && id)) return { filter, unread: [...unread, 'id'] };
  return { filter, unread };
}

const reason = z.string().trim().min(10, 'audit.reason_missing').max(500, 'audit.reason_long');

export const AnonymiseEvent = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER), reason });
