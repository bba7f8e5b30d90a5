import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Cycle } from '#modules/movements/cycle/rules.ts';
import { cycleByCode } from '#modules/movements/cycle/server/queries.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { unitByCode } from '#modules/organisations/unit/server/queries.ts';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { BYS, type By, type Group, type Report, VIEWS } from '#modules/reports/figures/rules.ts';
import { sentence, signed } from '#modules/reports/figures/rules-sentence.ts';
import { wordsOf } from '#modules/reports/figures/rules-words.ts';
import { figures } from '#modules/reports/figures/server/queries.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import { dayOf, type ReadDb } from '#platform/server/context.ts';
import { connect, read } from '#platform/server/db.ts';
import { settings } from '#platform/server/settings.ts';
import { formatNumber, formatRate, parseDay } from '#platform/vietnamese.ts';
import type { Run } from './run.ts';
import { movementIn, orUsage } from './usage.ts';
import { withDatabase } from './with-database.ts';

export const USAGE =
  './bin/kheo report --cycle CODE [--movement ID] [--level commune|district|province] [--by unit|field|national|subject|level|sector] [--unit CODE] [--view then|now|origin] [--as-of DATE] [--json]';

/** Prints the figures of a cycle: as JSON for scripts, or as the sentence and a table in Vietnamese. */
export const run: Run = async (args, io) => {
  const asked = parse(args);
  return withDatabase(async (url) => {
    const database = connect(url, 1);
    const now = settings().now ?? new Date();
    const ctx = { database, actor: SYSTEM, scope: systemScope(), now, requestId: randomUUID() };
    try {
      const report = await read(ctx, async (db) => {
        const asOf = asked.asOf ?? dayOf(now);
        const { level, by, view } = asked;
        const cycle =
          (await cycleByCode(db, asked.cycle, asked.movement)) ??
          refuse('missing', 'figures.cycle_missing', { params: { cycle: asked.cycle } });
        const unitId = asked.unit === undefined ? undefined : await unitOf(db, asked, cycle, asOf);
        return figures(db, ctx.scope, { cycleId: cycle.id, level, by, unitId, view, asOf });
      });
      io.answer(asked.json ? JSON.stringify(answerOf(report, asked)) : readable(report, asked.by));
      return 0;
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      throw new Error(wordsOf('vi')(failure.reason.code, failure.reason.params));
    } finally {
      await database.close();
    }
  }, io.say);
};

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    cycle: text,
    movement: text,
    level: text,
    by: text,
    unit: text,
    view: text,
    'as-of': text,
    json: { type: 'boolean' },
  } as const;
  const { values } = orUsage(USAGE, () => parseArgs({ args, options }));
  if (!values.cycle) throw new Error(`Which cycle? ${USAGE}`);
  return {
    ...values,
    cycle: values.cycle,
    movement: movementIn(values.movement),
    level: oneOf(LEVELS, 'level', values.level),
    by: oneOf(BYS, 'by', values.by),
    view: oneOf(VIEWS, 'view', values.view),
    asOf: dayIn(values['as-of']),
  };
}

type Asked = ReturnType<typeof parse>;

function dayIn(given: string | undefined): string | undefined {
  const day = given === undefined ? undefined : parseDay(given);
  if (day === null) throw new Error(`--as-of must be a day such as 2025-07-01, not "${given}".`);
  return day;
}

function oneOf<T extends string>(known: readonly T[], name: string, given: string | undefined): T | undefined {
  if (given === undefined || known.includes(given as T)) return given as T | undefined;
  throw new Error(`--${name} must be one of ${known.join(', ')}, not "${given}".`);
}

/** A code names a unit only together with a day: that of the cycle, or of the tree that another view stands on. */
async function unitOf(db: ReadDb, { unit: code = '', view }: Asked, cycle: Cycle, asOf: string): Promise<number> {
  const unit = await unitByCode(db, code, view && view !== 'then' ? asOf : cycle.referenceDay);
  return (unit ?? refuse('missing', 'figures.code_missing', { params: { code, cycle: cycle.code } })).id;
}

/** The shape that scripts rely on: docs/operations.md. */
function answerOf(
  { cycle, level, view, asOf, registered, recognised, rate, previous, change, groups }: Report,
  asked: Asked,
) {
  return {
    cycle,
    level,
    // Said where it was asked for: without, it is as it was then.
    ...(asked.view && { view, as_of: asOf }),
    registered,
    recognised,
    rate,
    previous: previous && {
      cycle: previous.cycle,
      registered: previous.registered,
      recognised: previous.recognised,
      rate: previous.rate,
    },
    change,
    groups: groups.map((each) => ({
      key: each.key,
      code: each.code,
      label: each.label,
      registered: each.registered,
      recognised: each.recognised,
      rate: each.rate,
      change: each.change,
    })),
  };
}

/** The sentence and, divided, a table that fits a terminal; the wide one is the page's .xlsx. */
function readable(report: Report, by: By | undefined): string {
  const t = wordsOf('vi');
  const said = sentence(report, t, 'vi');
  if (!by) return said;
  const year = String(report.previous?.year ?? '');
  const compared = [t('figures.column.change', { year }), t('figures.column.points', { year })];
  const head = [
    t(`figures.by.${by}`),
    ...['registered', 'recognised', 'rate'].map((key) => t(`figures.column.${key}`)),
  ];
  const lines = [
    [...head, ...(report.previous ? compared : [])],
    ...report.groups.map((group) => lineOf(group.label, group, report.previous !== null)),
    // Levels are never added.
    ...(by === 'level' ? [] : [lineOf(t('figures.column.total'), report, report.previous !== null)]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const aligned = lines.map((line) =>
    line
      .map((cell, i) => pad(cell, widths[i] ?? 0, i > 0))
      .join('  ')
      .trimEnd(),
  );
  return [said, '', ...aligned].join('\n');
}

function lineOf(
  label: string,
  line: Pick<Group, 'registered' | 'recognised' | 'rate' | 'change'>,
  compared: boolean,
): string[] {
  const { registered, recognised, rate, change } = line;
  const changes = [
    change && signed(change.registered, 'vi'),
    change?.rate == null ? null : signed(change.rate, 'vi', true),
  ];
  const counted = [formatNumber(registered, 'vi'), formatNumber(recognised, 'vi'), formatRate(rate, 'vi')];
  return [label, ...counted, ...(compared ? changes.map((text) => text ?? '—') : [])];
}

const pad = (text: string, width: number, right: boolean) => (right ? text.padStart(width) : text.padEnd(width));
