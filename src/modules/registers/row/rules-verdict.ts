import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { parseMark, parseVerdict, reasonInside, type Verdict } from '#modules/registers/cell/rules-values.ts';
import {
  levelNamed,
  namesAppraisal,
  namesDecision,
  namesRecognition,
} from '#modules/registers/sheet/rules-meanings.ts';
import { fold } from '#platform/vietnamese.ts';
import type { RowContext } from './rules.ts';
import type { RowCells } from './rules-cells.ts';

/** What the row says about recognition: in words, or ticked in columns "Đạt" and "Không đạt", else the heading it stands under, else the title. */
export function readVerdict(cells: RowCells, context: RowContext): { verdict: Verdict | null; verdictReason: string } {
  const found = new Set<Verdict>();
  const saying: number[] = [];
  const says = (verdict: Verdict, column: number) => {
    found.add(verdict);
    saying.push(column);
  };
  const headingOf = (column: number | null) => context.heading.columns[column ?? -1] ?? '';
  const appraised =
    cells.has('result') &&
    cells.has('recognised') &&
    namesRecognition(headingOf(cells.column('recognised'))) &&
    namesAppraisal(headingOf(cells.column('result')));
  let reason = cells.text('verdictReason');
  for (const meaning of ['result', 'recognised'] as const)
    for (const { column, text } of cells.all(meaning)) {
      const verdict = verdictIn(text, headingOf(column), context.level);
      if (verdict === 'not_recognised') reason ||= reasonInside(text);
      // Who was found fit, or was given a rating, is recognised where the other column says so.
      if (meaning === 'result' && appraised && verdict !== 'not_recognised') continue;
      if (verdict === 'unknown') cells.problem('verdict.unknown', column, { text });
      else if (verdict) says(verdict, column);
    }
  const against = cells.text('notRecognised');
  const mark = parseMark(against);
  if (mark !== false) says('not_recognised', cells.column('notRecognised')!);
  if (mark === null) reason ||= against;
  if (found.size > 1) cells.problem('verdict.both', Math.min(...saying));
  const verdict = found.size === 1 ? [...found][0]! : found.size === 0 ? saidAbove(cells, context) : null;
  return { verdict, verdictReason: verdict === 'not_recognised' ? reason : '' };
}

function saidAbove(cells: RowCells, { section, about }: RowContext): Verdict | null {
  const columns = (['result', 'recognised', 'notRecognised'] as const).filter((meaning) => cells.has(meaning));
  if (columns.some((meaning) => cells.all(meaning).some(({ text }) => text !== ''))) return null;
  return section.verdict ?? (columns.length > 0 ? null : about.verdict);
}

function verdictIn(text: string, heading: string, level: Level | undefined) {
  const verdict = parseVerdict(text);
  // What a lower level has recognised is no result of this one: a district's 'Đạt cấp xã'.
  if (verdict === 'recognised' && level !== undefined && level !== 'commune') {
    const named = levelNamed(text.replace(/[()]/g, ' '));
    return named && LEVELS.indexOf(named) < LEVELS.indexOf(level) ? null : verdict;
  }
  if (verdict !== 'unknown' || !/^(so )?\d/.test(fold(text))) return verdict;
  return namesDecision(heading) ? 'recognised' : verdict;
}
