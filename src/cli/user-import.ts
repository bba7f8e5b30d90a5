import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { wordsIn } from '#messages/catalogues.ts';
import { applyPeople, countsOf, receivePeople, rowsOfFile } from '#modules/people/import/server/actions.ts';
import { importPage, previewPeople, type SeenRow } from '#modules/people/import/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { asSystem } from './as-system.ts';
import type { Io } from './run.ts';

/** The shape that scripts rely on: docs/operations.md. */
interface Answer {
  rows: number;
  created: number;
  given: number;
  unchanged: number;
  refused: { line: number; text: string }[];
}

/** `kheo user import FILE`: the good rows of a list are written, all at once; 2 when there are others. */
export async function importPeople(
  path: string,
  asked: { on?: string | undefined; 'dry-run'?: boolean | undefined; json?: boolean | undefined },
  io: Io,
): Promise<number> {
  const on = asked.on === undefined ? undefined : parseDay(asked.on);
  if (on === null) throw new Error('--on must be a day like 2025-07-01.');
  const bytes = await readFile(path).catch(() => {
    throw new Error(`${wordsIn('vi')('register.file.none')} (${path})`);
  });
  const file = { name: basename(path), bytes };
  const rows = await asSystem(async (ctx) => {
    const asOf = on ?? dayOf(ctx.now);
    if (asked['dry-run']) {
      const typed = await rowsOfFile(file);
      return read(ctx, (db) => previewPeople(db, ctx, typed, asOf));
    }
    const id = await receivePeople(ctx, { file, asOf });
    await applyPeople(ctx, { id });
    return (await read(ctx, (db) => importPage(db, ctx, id))).rows;
  }, io.say);
  const answer = answerOf(rows);
  io.answer(asked.json ? JSON.stringify(answer) : readable(answer));
  return answer.refused.length > 0 ? 2 : 0;
}

function answerOf(rows: readonly SeenRow[]): Answer {
  const t = wordsIn('vi');
  const { created, given, unchanged } = countsOf(rows);
  const refused = rows.flatMap(({ row, problem }) =>
    problem ? [{ line: row.line, text: t(problem.code, problem.params) }] : [],
  );
  return { rows: rows.length, created, given, unchanged, refused };
}

function readable({ refused, ...counts }: Answer): string {
  const lines = Object.entries(counts).map(([name, count]) => `${name}: ${count}`);
  return [...lines, ...refused.map(({ line, text }) => `${line}: ${text}`)].join('\n');
}
