import { z } from 'zod';
import { EnsureDecision } from '#modules/decisions/decision/schema.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { MEANINGS, SEVERAL } from '#modules/registers/sheet/rules-meanings.ts';
import { Id, idOr } from '#platform/ids.ts';
import type { SheetPart } from './rules-read.ts';

const Place = {
  cycleId: idOr('register.cycle.missing'),
  level: z.enum(LEVELS, 'register.level.missing'),
  unitId: idOr('register.unit.missing'),
};

// It is shown and stored: no folder, nothing that breaks a line, and not longer than a file system allows.
const bare = (name: string) =>
  name
    .toWellFormed()
    .replace(/^.*[\\/]/s, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(-255);

/** A file as a form brings it, before it is read; without a name none was chosen. */
export const ReceiveFile = z.object({
  file: z
    .object({ name: z.string().transform(bare), bytes: z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array) })
    .refine((file) => file.name !== '', 'register.file.missing'),
  ...Place,
});

/** A file above this is read by the worker, in pieces. */
export const LARGE_BYTES = 1_000_000;

/** A large file that will be read later; its bytes stand for themselves by their hash where a press is known again. */
export const QueueRegister = z.object({
  ...Place,
  fileName: z.string().transform(bare).pipe(z.string().min(1)),
  fileHash: z.string().length(64),
  content: z.custom<{ bytes: Uint8Array; toJSON(): string }>(
    (content) => typeof content === 'object' && content !== null,
  ),
});

/** A list taken in; its rows come from the sheet reader, which has bounded and checked them. */
export const ReceiveRegister = z.object({
  ...Place,
  fileName: z.string().transform(bare).pipe(z.string().min(1)),
  fileHash: z.string().length(64),
  /** Every sheet that looks like a list; at least one is read. */
  sheets: z.custom<SheetPart[]>((sheets) => Array.isArray(sheets) && sheets.some((sheet) => sheet.read)),
  lines: z.custom<RegisterLine[]>(Array.isArray),
});

const sheet = z.coerce.number().int().min(0).max(1_000).default(0);

/** Which sheets of a file are read. */
export const ChooseSheets = z.object({ id: Id, sheets: z.array(sheet).min(1, 'register.sheets.none') });

/** Another reading of the columns of a sheet and of all with its heading, chosen by a person: column (from 0) → what it holds. Ticks of fields and of ratings may stand in several columns. */
export const RemapRegister = z
  .object({ id: Id, sheet, mapping: z.record(z.string().regex(/^\d{1,5}$/), z.enum(MEANINGS)) })
  .superRefine(({ mapping }, context) => {
    const taken = new Set<string>();
    for (const [column, meaning] of Object.entries(mapping)) {
      if (taken.has(meaning) && !SEVERAL.includes(meaning))
        context.addIssue({ code: 'custom', path: [`column-${column}`], message: 'register.mapping.twice' });
      taken.add(meaning);
    }
    if (!taken.has('name')) context.addIssue({ code: 'custom', path: ['mapping'], message: 'register.no_name_column' });
  });

/** The decision under which a finished year's results stand. */
export const ResultsDecision = EnsureDecision.pick({ number: true, decidedOn: true, signer: true });

/** `onlyWhole`: nothing is written while a row is bad. `expected`: what the person saw that would be written. */
export const WriteRegister = z.object({
  id: Id,
  decision: ResultsDecision.optional(),
  onlyWhole: z.boolean().default(false),
  expected: z.string().max(100).optional(),
});

export const OneRegister = z.object({ id: Id });

/** A list taken in and written at once; nothing is saved when a row is bad, unless `acceptValid`. */
export const ImportRegister = ReceiveRegister.extend({
  decision: ResultsDecision.optional(),
  acceptValid: z.boolean().default(false),
});
