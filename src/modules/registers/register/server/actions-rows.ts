import { sql } from 'kysely';
import type { z } from 'zod';
import { findOrCreateDecision } from '#modules/decisions/decision/server/actions.ts';
import type { Subject } from '#modules/initiatives/registration/rules.ts';
import {
  enterModels,
  type Filling,
  fillInModels,
  type NewModel,
} from '#modules/initiatives/registration/server/actions-entry.ts';
import type { Cycle } from '#modules/movements/cycle/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { registrantKey } from '#modules/people/registrant/rules.ts';
import { ensureRegistrants } from '#modules/people/registrant/server/actions.ts';
import type { Act } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { fillsResult, type Known, textsToFill } from '../rules-outcome.ts';
import type { ResultsDecision } from '../schema.ts';
import type { JudgedRow, Preview } from './queries.ts';
import type { RowOutcome } from './store-rows.ts';

export type Decision = z.output<typeof ResultsDecision>;

/** What is written, under which decision, and where the list's rows are kept. */
interface Writing {
  cycle: Cycle;
  level: Level;
  unitId: number;
  fileName: string;
  preview: Preview;
  decision: Decision | undefined;
  /** Keeps the rows of the list with their outcomes; answers their ids by number. */
  keep: (outcomes: RowOutcome[]) => Promise<Map<number, number>>;
}

type GoodRow = JudgedRow & { unitId: number; fieldId: number; subject: Subject };
type Standing = { id: number; day: string };

/** Lists for one cycle and level are written one after the other: the second sees what the first has made. */
export async function waitForTurn({ tx }: Act, cycleId: number, level: Level): Promise<void> {
  await sql`select pg_advisory_xact_lock(${cycleId}::integer, hashtext(${level}))`.execute(tx);
}

/** Writes the good rows of a list, set-based: new models, and results of those that were known. Answers the decision and the new registrations. */
export async function writeRows(act: Act, writing: Writing): Promise<{ decisionId: number | null; made: number[] }> {
  const { rows } = writing.preview;
  const decision = await standingDecision(act, writing);
  // Thousands of rows are checked against the units, a table so small that reading all of it looks cheaper than its index: it is not.
  await sql`set local enable_seqscan = off`.execute(act.tx);
  const ids = await writing.keep(rows.map(outcomeRow));
  const created = rows.filter((row) => row.outcome === 'created') as GoodRow[];
  const made = created.length > 0 ? await enter(act, writing, created, ids, decision) : [];
  const filled = rows.filter((row) => row.outcome === 'updated').map((row) => filling(row, writing, decision));
  if (filled.length > 0) await fillInModels.within(act, { filled, decision });
  return { decisionId: decision?.id ?? null, made };
}

// A decision that nothing would stand under is not recorded.
async function standingDecision(act: Act, { decision, preview, ...place }: Writing): Promise<Standing | undefined> {
  const named = preview.rows.some(
    ({ outcome, verdict }) => (outcome === 'created' || outcome === 'updated') && verdict !== null,
  );
  if (!decision || !named) return undefined;
  const { id } = await findOrCreateDecision.within(act, {
    ...decision,
    cycleId: place.cycle.id,
    level: place.level,
    unitId: place.unitId,
  });
  return { id, day: decision.decidedOn };
}

/** What a row brings to the registration that it is known as. */
function filling(row: JudgedRow, { fileName }: Writing, decision: Standing | undefined): Filling {
  const known = row.known as Known;
  const result = fillsResult(known, { verdict: row.verdict, decided: decision !== undefined }) ? row.verdict : null;
  const texts = Object.fromEntries(textsToFill(known, row).map((part) => [part, row.parts[part]]));
  return { id: known.id, result, texts, reason: [fileName, result && row.verdictReason].filter(Boolean).join(': ') };
}

function outcomeRow(judged: JudgedRow): RowOutcome {
  const { row, outcome, why, known } = judged;
  return {
    number: row,
    outcome,
    ...(why.length > 0 && { problems: why }),
    ...(known && { registrationId: known.id }),
    ...(outcome === 'created' && { version: 1 }),
    ...(outcome === 'updated' &&
      known && {
        version: known.version + 1,
        before: {
          state: known.state,
          carriedOutOn: known.carriedOutOn,
          ...(textsToFill(known, judged).length > 0 && { versionId: known.versionId }),
        },
      }),
  };
}

async function enter(
  act: Act,
  { cycle, level, unitId, fileName, preview }: Writing,
  rows: readonly GoodRow[],
  ids: ReadonlyMap<number, number>,
  decision: Standing | undefined,
): Promise<number[]> {
  const registrantOf = await registrantsOf(act, { unitId, day: cycle.referenceDay }, rows);
  const due = cycle.levels.find((each) => each.level === level)?.registerDueOn ?? cycle.opensOn;
  const today = dayOf(act.now);
  const models = rows.map((row): NewModel => {
    const judged = decision && row.verdict !== null ? decision : undefined;
    const recognised = judged && row.verdict === 'recognised';
    return {
      codePrefix: cycle.codePrefix,
      year: cycle.year,
      cycleId: cycle.id,
      levels: [level],
      parts: { ...row.parts, name: row.name },
      unitId: row.unitId,
      unitName: preview.units.get(row.unitId)?.name ?? '',
      registrantId: registrantOf(row),
      registrantName: row.registrant,
      fieldId: row.fieldId,
      subject: row.subject,
      occurrence: row.occurrence,
      state: judged ? (recognised ? 'recognised' : 'not_recognised') : 'accepted',
      // A list rarely says when; the last day on which it could have been handed in is the honest bound.
      submittedOn: row.submittedOn ?? (today < due ? today : due),
      carriedOutOn: judged?.day ?? null,
      recognisedBy: recognised ? judged.id : null,
      importRowId: ids.get(row.row) ?? null,
      act: 'import',
      reason: [fileName, judged && row.verdictReason].filter(Boolean).join(': '),
    };
  });
  const entered = await enterModels.within(act, { models });
  return entered.flatMap((each) => each.registrationIds);
}

/** The registrants of the rows, those that are new made; each name is folded once, however many rows bear it. */
async function registrantsOf(
  act: Act,
  office: { unitId: number; day: string },
  rows: readonly GoodRow[],
): Promise<(row: GoodRow) => number> {
  const asWritten = (row: GoodRow) => `${row.unitId}|${row.subject}|${row.registrant}`;
  const named = new Map(
    rows.map((row) => [asWritten(row), { unitId: row.unitId, name: row.registrant, subject: row.subject }]),
  );
  const { ids } = await ensureRegistrants.within(act, { ...office, registrants: [...named.values()] });
  const idOf = new Map([...named].map(([written, each]) => [written, ids.get(registrantKey(each)) as number]));
  return (row) => idOf.get(asWritten(row)) as number;
}
