import type { SettledLine } from '#modules/registers/cell/rules-letters.ts';
import { parseListDay } from '#modules/registers/cell/rules-values.ts';
import { type Meaning, TEXT_PARTS } from '#modules/registers/sheet/rules-meanings.ts';
import type { Parts, ReadRow, RowContext } from './rules.ts';
import { RowCells } from './rules-cells.ts';
import { bodyInUnit, readField, readUnit, readWho } from './rules-facts.ts';
import { readVerdict } from './rules-verdict.ts';

const NAME_MAX = 500;
const TEXT_MAX = 5_000;

/** Reads one row; every problem is told, and what could be read is there beside it. */
export function readRow(line: SettledLine, context: RowContext): ReadRow {
  const cells = new RowCells(line, context.columns);
  const name = cells.text('name');
  const { registrant, subject } = readWho(cells, context);
  const unitId = readUnit(cells, context, registrant);
  // Dots and dashes call nothing by a name.
  if (!/[\p{L}\p{N}]/u.test(name)) cells.problem('name.missing', 'name');
  else if (name.length > NAME_MAX) cells.problem('name.too_long', 'name', { length: name.length, max: NAME_MAX });
  const verdict = readVerdict(cells, context);
  const day = cells.text('submittedOn');
  const said = day === '' ? null : parseListDay(day);
  const submittedOn = said?.day ?? null;
  if (day !== '' && !said) cells.note('day.unknown', 'submittedOn', { text: day });
  if (said?.monthOnly) cells.note('day.month_only', 'submittedOn', { text: day });
  const parts = Object.fromEntries(TEXT_PARTS.map((part) => [part, readPart(cells, part)])) as Parts;
  const fieldId = readField(cells, context);
  return {
    row: line.number,
    name,
    unitId,
    fieldId,
    subject,
    ...verdict,
    submittedOn,
    parts,
    note: cells.text('note'),
    registrant:
      registrant ||
      (cells.has('registrant')
        ? ''
        : bodyInUnit(cells) || (context.units.find((unit) => unit.id === unitId)?.name ?? '')),
    problems: cells.problems.sort((a, b) => (a.column ?? 0) - (b.column ?? 0)),
    notes: cells.notes,
    repaired: cells.repaired,
  };
}

function readPart(cells: RowCells, part: Meaning): string {
  const text = cells.lines(part);
  if (text.length > TEXT_MAX) cells.problem('text.too_long', part, { length: text.length, max: TEXT_MAX });
  return text;
}
