import { z } from 'zod';
import { Id, idOr } from '#platform/ids.ts';
import { nfc, nfcLines } from '#platform/vietnamese.ts';
import { figureOf, KINDS } from './rules.ts';

const line = (max: number) =>
  z.string().max(2_000).transform(nfc).pipe(z.string().max(max, 'registration.part.too_long'));
const lines = (max: number) => z.string().transform(nfcLines).pipe(z.string().max(max, 'registration.part.too_long'));

export const EVIDENCE_MAX = 2_000;

const figure = (typed: string, context: z.RefinementCtx) => {
  const value = figureOf(typed);
  if (value === null) context.addIssue({ code: 'custom', message: 'result.figure.wrong' });
  return value ?? 0;
};

/** What a model has brought about in one cycle; figures as people type them, `before` may be empty. */
export const ClaimResult = z
  .object({
    initiativeId: Id,
    cycleId: idOr('result.cycle.missing'),
    kind: z.enum(KINDS, 'result.kind.missing'),
    name: line(200).pipe(z.string().min(1, 'result.name.missing')),
    unit: line(40).default(''),
    before: z
      .string()
      .max(40)
      .default('')
      .transform((typed, context) => (typed.trim() === '' ? null : figure(typed, context))),
    after: z
      .string()
      .max(40)
      .transform((typed, context) => figure(typed, context)),
    evidence: lines(EVIDENCE_MAX).default(''),
  })
  .superRefine(({ kind, unit }, context) => {
    if (kind === 'custom' && unit === '')
      context.addIssue({ code: 'custom', path: ['unit'], message: 'result.unit.missing' });
  })
  .transform((input) => (input.kind === 'custom' ? input : { ...input, unit: '' }));

/** A result of a model, to be verified or taken back. */
export const SettleResult = z.object({
  id: Id,
  initiativeId: Id,
  note: lines(EVIDENCE_MAX).default(''),
});

const FILTER = {
  cycle: Id,
  unit: Id,
  kind: z.enum(KINDS),
  state: z.enum(['claimed', 'verified']),
  /** With `kind=custom`: the unit that somebody has typed. */
  of: z.string().trim().min(1).max(40),
  after: Id,
};
export type ResultFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds; what cannot be read is dropped. */
export function resultFilterOf(address: URLSearchParams): ResultFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as ResultFilter;
}
