import { parseArgs } from 'node:util';
import { type Model, similarity } from '#modules/initiatives/similarity/rules.ts';
import { rowsOfFile } from './rows-of-file.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

export const USAGE = `./bin/kheo similar --pairs FILE [--json]

FILE is tab-separated, with a heading row: title_a content_a place_a year_a title_b content_b place_b year_b.`;

/** Says of each pair of models whether they are the same, by the code of the form and the queue. It needs no database. */
export const run: Run = async (args, io) => {
  const options = { pairs: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = orUsage(USAGE, () => parseArgs({ args, options }));
  if (!values.pairs) throw new Error(`Which file? ${USAGE}`);
  const answers = pairsOf(await rowsOfFile(values.pairs)).map(([one, other]) => similarity(one, other));
  if (values.json) io.answer(JSON.stringify(answers));
  else io.answer(answers.map(({ score, verdict }) => `${score.toFixed(3)}\t${verdict}`).join('\n'));
  return 0;
};

function pairsOf([heading = [], ...rows]: string[][]): [Model, Model][] {
  const names = heading.map((name) => name.trim().toLowerCase());
  for (const needed of ['title_a', 'title_b'])
    if (!names.includes(needed)) throw new Error(`The file has no column ${needed}.\n${USAGE}`);
  const cell = (row: string[], name: string) => row[names.indexOf(name)] ?? '';
  const modelOf = (row: string[], side: 'a' | 'b'): Model => ({
    title: cell(row, `title_${side}`),
    content: cell(row, `content_${side}`),
    place: cell(row, `place_${side}`),
    year: cell(row, `year_${side}`),
  });
  return rows.map((row) => [modelOf(row, 'a'), modelOf(row, 'b')]);
}
