import { yearOf } from '#modules/movements/cycle/rules.ts';
import { isOpenOn, ofCycles } from '#modules/movements/field/rules.ts';
import { listGuidance } from '#modules/movements/guidance/server/queries.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type MarkedSheet, writeMarked } from '#platform/server/sheet-writer-marked.ts';
import { PARTS } from '../../registration/schema.ts';
import { type Choices, choicesFor, type Part } from '../../registration/server/queries-choices.ts';
import { writesOwn } from '../policy.ts';
import { COLUMNS, FORM_MARK, FORM_VERSION, type FormLine, formLines, toldApart } from '../rules-sheet.ts';
import { type Filled, readForms } from '../rules-sheet-read.ts';
import { firstContent } from './queries-first.ts';

type Words = { t: Translate; language: Language };
const MOST = 50;
/** A form is a few pages of text; a file that is much larger is none. */
const LIMITS = { bytes: 2 * 1024 * 1024, rows: 20_000, seconds: 10 };

/** What is asked for in the forms of the reader's territory: the years that have opened, and the levels that one of them has. */
async function around(db: ReadDb, ctx: Context, words: Words) {
  const { units, cycles, ...rest } = await choicesFor(db, ctx);
  const today = dayOf(ctx.now);
  const open = cycles.filter((each) => each.opensOn <= today);
  const toChoose = (parts: readonly Part[]) =>
    named(
      ofCycles(parts, open).filter((each) => isOpenOn(each, today)),
      open,
    );
  const years = open.map((each) => ({ ...each, code: yearOf(each, open, words.language) }));
  const levels = LEVELS.filter((level) => open.some((each) => each.levels.some((one) => one.level === level)));
  return {
    offered: {
      fields: toChoose(rest.fields),
      programmes: toChoose(rest.programmes),
      units: toldApart(units),
      cycles: years,
      levels,
    },
    own: writesOwn(ctx.actor),
    ...words,
  };
}

/** Where there are several movements, each part with its movement's name: two of them may call theirs alike. */
function named(parts: readonly Part[], cycles: Choices['cycles']): Part[] {
  if (cycles.every((each) => each.movementId === cycles[0]?.movementId)) return [...parts];
  return parts.map((part) => {
    const { movementVi = '', movementEn = '' } = cycles.find((each) => each.movementId === part.movementId) ?? {};
    return { ...part, nameVi: `${part.nameVi} (${movementVi})`, nameEn: `${part.nameEn} (${movementEn})` };
  });
}

/** The form as a workbook, with lists to choose from and the guidance letter's words beside each part. */
export async function formWorkbook(db: ReadDb, ctx: Context, words: Words): Promise<AsyncGenerator<Uint8Array>> {
  const content = await firstContent(db, ctx);
  const letter = content.cycleId ? await listGuidance(db, content.cycleId) : [];
  return workbookOf([formLines(content, await around(db, ctx, words), letter)], words);
}

const WIDTHS = [4, 34, 70, 60] as const;
const isPart = (key: string) => (PARTS as readonly string[]).includes(key);
/** How many lines a text takes in a column: office programs do not make a row higher by themselves. */
const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0);

/** One sheet for each form; the workbook's lists stand once. */
export function workbookOf(forms: readonly FormLine[][], { t }: Words): AsyncGenerator<Uint8Array> {
  const lists = [...new Set(forms.flat().flatMap(({ list }) => (list ? [list.join('\n')] : [])))];
  const sheets = forms.map((lines, at): MarkedSheet => {
    const first = 4;
    const head = [t('draft.sheet.title'), t('draft.sheet.how')].map((text, row) => ({
      number: row + 1,
      cells: [
        row === 0 ? ({ text: `${FORM_MARK} ${FORM_VERSION}`, look: 'plain' } as const) : null,
        { text, look: row === 0 ? 'title' : 'plain' } as const,
      ],
    }));
    const rows = lines.map(({ key, label, answer, hint }, row) => ({
      number: first + row,
      cells: [
        key ? ({ text: key, look: 'plain' } as const) : null,
        { text: label, look: key ? 'plain' : 'header' } as const,
        // An empty answer is a cell too, so that what is typed there is text whatever it begins with.
        key ? ({ text: answer, look: 'box' } as const) : null,
        hint ? ({ text: hint, look: 'plain' } as const) : null,
      ],
      height: Math.max(
        linesIn(label, WIDTHS[COLUMNS.label]),
        linesIn(hint, WIDTHS[COLUMNS.hint]),
        isPart(key) ? (key === 'name' ? 2 : 7) : 1,
      ),
    }));
    return {
      name: t('draft.sheet.name', { n: at + 1 }),
      ...{
        widths: WIDTHS,
        frozen: 2,
        rows: [...head, ...rows],
        merges: [{ top: 2, left: 1, bottom: 2, right: 3 }],
      },
      aside: [COLUMNS.key],
      choices: lines.flatMap(({ list }, row) =>
        list ? [{ at: `C${first + row}`, list: lists.indexOf(list.join('\n')) }] : [],
      ),
    };
  });
  return writeMarked(
    sheets,
    lists.map((list) => list.split('\n')),
  );
}

/** The forms that a sent workbook holds, as the form on the screen would send them; refuses it whole over a bad cell, and names every one. */
export async function formsIn(
  ctx: Context,
  { name, bytes }: { name: string; bytes: Uint8Array },
  words: Words,
): Promise<Filled[]> {
  if (name === '') refuse('invalid', 'sheet.empty');
  if (!/\.xlsx$/i.test(name)) refuse('invalid', 'draft.sheet.only_xlsx');
  const { sheets } = await readSheets(bytes, name, LIMITS).catch((failure) => {
    throw failure instanceof SheetError ? new Refusal('invalid', failure.message) : failure;
  });
  const { forms, bad } = readForms(sheets, await read(ctx, (db) => around(db, ctx, words)));
  if (bad.length > 0) {
    const fields = Object.fromEntries(bad.map(({ sheet, cell, reason }) => [`${sheet}, ${cell}`, reason]));
    throw new Refusal('invalid', 'draft.sheet.bad', { fields, params: { n: bad.length } });
  }
  if (forms.length === 0) refuse('invalid', 'draft.sheet.nothing');
  if (forms.length > MOST) refuse('invalid', 'draft.sheet.too_many', { params: { max: MOST } });
  return forms;
}
