import { basename } from 'node:path';
import { wordsIn } from '#messages/catalogues.ts';
import { cycleByCode } from '#modules/movements/cycle/server/queries.ts';
import { homeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitByCode, unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { answerOf } from '#modules/registers/register/rules-answer.ts';
import { importRegister } from '#modules/registers/register/server/actions-import.ts';
import { type Preview, previewRegister, type RegisterPlace } from '#modules/registers/register/server/queries.ts';
import { type RegisterFile, registerIn } from '#modules/registers/register/server/queries-file.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { asSystem } from '../as-system.ts';
import type { Io } from '../run.ts';
import type { Asked, OpenedFile } from './asked.ts';

/** Checks a list that is being read and, unless it is a dry run, saves it; says the answer and gives the exit code. */
export function importList(asked: Asked, file: OpenedFile | undefined, io: Io): Promise<number> {
  const decision = decisionOf(asked);
  const t = wordsIn('vi');
  if (!file) throw new Error(`${t('register.file.none')} (${asked.file})`);
  return asSystem(async (ctx) => {
    const place = await read(ctx, (db) => placeOf(db, asked));
    const list = await listIn(file, place.cycle.year);
    const preview = asked.dryRun
      ? await read(ctx, (db) => previewRegister(db, list, place))
      : await save(ctx, asked, list, place, decision);
    const answer = answerOf(preview, t);
    const aside = list.sheets.filter((sheet) => !sheet.read).map((sheet) => sheet.name);
    if (aside.length > 0) io.say(t('register.sheets.others', { names: aside.join(', ') }));
    if (preview.otherYear) io.say(t('register.sheets.other_year', preview.otherYear));
    if (preview.sheets.some((sheet) => sheet.remembered)) io.say(t('register.map.remembered'));
    io.answer(asked.json ? JSON.stringify(answer) : readable(answer));
    return preview.counts.invalid > 0 ? 2 : 0;
  }, io.say);
}

/** The list in a file; what cannot be read ends the command with one sentence. */
async function listIn({ bytes, reading }: OpenedFile, year: number): Promise<RegisterFile> {
  try {
    return await registerIn(bytes, reading, year);
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    const { code, params } = failure.fields.file ?? failure.reason;
    throw new Error(wordsIn('vi')(code, params));
  }
}

async function placeOf(db: ReadDb, asked: Asked): Promise<RegisterPlace> {
  const cycle =
    (await cycleByCode(db, asked.cycle, asked.movement)) ??
    refuse('missing', 'register.cycle_unknown', { params: { cycle: asked.cycle } });
  if (!cycle.levels.some((each) => each.level === asked.level))
    refuse('missing', 'register.level_unknown', { params: { cycle: asked.cycle } });
  const unit = asked.unit
    ? await unitByCode(db, asked.unit, cycle.referenceDay)
    : homeOf(await unitsOn(db, cycle.referenceDay));
  if (!unit) refuse('missing', 'register.unit_unknown', { params: { code: asked.unit ?? '' } });
  return { cycle, level: asked.level, unitId: unit.id, decided: asked.decision !== undefined };
}

type Decision = { number: string; decidedOn: string } | undefined;

/** Saves the list in one transaction; nothing of it when a row is bad, unless the command accepts the valid ones. */
async function save(
  ctx: Context,
  asked: Asked,
  list: RegisterFile,
  place: RegisterPlace,
  decision: Decision,
): Promise<Preview> {
  const { preview } = await importRegister(ctx, {
    ...list,
    fileName: basename(asked.file),
    cycleId: place.cycle.id,
    level: place.level,
    unitId: place.unitId,
    decision,
    acceptValid: asked.acceptValid,
  });
  return preview;
}

function decisionOf({ decision: number, decidedOn: day }: Asked): Decision {
  if (number === undefined && day === undefined) return undefined;
  const decidedOn = day === undefined ? null : parseDay(day);
  if (!number || decidedOn === null)
    throw new Error('--decision NUMBER and --decided-on DATE (yyyy-mm-dd or dd/mm/yyyy) go together.');
  return { number, decidedOn };
}

function readable(answer: ReturnType<typeof answerOf>): string {
  const { errors, mapping: _mapping, ...counts } = answer;
  const sums = Object.entries(counts).map(([name, count]) => `${name}: ${count}`);
  return [
    sums.join(' · '),
    ...errors.map((error) => `${error.row}${error.column ? ` (${error.column})` : ''}: ${error.message}`),
  ].join('\n');
}
