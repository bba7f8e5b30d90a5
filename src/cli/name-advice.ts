import { parseArgs } from 'node:util';
import { adviceOn } from '#modules/initiatives/naming/rules.ts';
import { suggestionsFor } from '#modules/initiatives/naming/rules-suggest.ts';
import { fold } from '#platform/vietnamese.ts';
import { textOfFile, unquoted } from './rows-of-file.ts';
import type { Run } from './run.ts';
import { orUsage } from './usage.ts';

export const USAGE = `./bin/kheo name-advice --names FILE [--json]

FILE holds one name of a model on each line.`;

const HEADINGS = new Set(['name', 'names', 'title', 'ten', 'ten mo hinh', 'ten mo hinh dan van kheo', 'mo hinh']);

/** Says of each name what may be better about it, by the code of the form. It needs no database. */
export const run: Run = async (args, io) => {
  const options = { names: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = orUsage(USAGE, () => parseArgs({ args, options }));
  if (!values.names) throw new Error(`Which file? ${USAGE}`);
  const answers = namesOf(await textOfFile(values.names)).map((name) => {
    const advice = adviceOn(name);
    return { name, advice, suggestions: suggestionsFor(name, advice) };
  });
  if (values.json) io.answer(JSON.stringify(answers));
  else io.answer(answers.map(({ name, advice }) => `${name}\t${advice.join(' ') || '-'}`).join('\n'));
  return 0;
};

/** The names of a file: a heading, empty lines and quotation marks around a whole line left out. A comma is part of a name. */
function namesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => unquoted(line.split('\t')[0] ?? ''));
  const names = lines.filter((line) => line !== '');
  return HEADINGS.has(fold(names[0] ?? '')) ? names.slice(1) : names;
}
