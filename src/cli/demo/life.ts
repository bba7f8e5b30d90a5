import type { WriteDb } from '#platform/server/context.ts';
import { addDays, officeTime } from './days.ts';
import { type Dice, dice } from './dice.ts';
import type { Doer, Doers } from './doers.ts';
import { dayOfAct, type Entry } from './entries.ts';
import { insertMade, insertRows, type Row } from './insert.ts';
import type { Model } from './model.ts';
import type { Theme } from './themes/theme.ts';
import { BROUGHT, GIVEN, LEARNT, NEEDS_SUPPORT, REVOKED, STOPPED } from './words/life.ts';

/** Who looked since the units became others. */
const OFFICE: Doer = { id: null, name: 'Cán bộ phụ trách dân vận (dữ liệu mẫu)' };
/** Of a hundred recognised models so many were looked at within the year, need support, have stopped; the rest waits for its check. */
const FOUND = { kept_up: 74, needs_support: 8, stopped: 11 };
const REVOKED_ONE_IN = 400;
/** Of a hundred recognised models so many tell what they brought about. */
const TELLING = 0.12;
/** Of a hundred new models of the second year so many say from whom they learnt. */
const LEARNING = 0.06;
/** So many models of each theme are known beyond their commune from the first year. */
const WELL_KNOWN = 3;

/** What became of recognised models: yearly checks, results, and who learnt from whom. Models and entries are written already. */
export async function writeLives(tx: WriteDb, entries: readonly Entry[], doers: Doers, today: string): Promise<void> {
  const recognised = lastRecognised(entries);
  await insertMade(tx, 'upkeep', recognised, (entry) => upkeepRows(entry, today));
  await insertMade(tx, 'result', recognised, (entry) => resultRows(entry, doers));
  await insertRows(tx, 'adoption', adoptionRows(recognised));
}

/** Of each model its latest recognition, in the order of the models. */
function lastRecognised(entries: readonly Entry[]): Entry[] {
  const last = new Map<Model, Entry>();
  for (const entry of entries) {
    const known = last.get(entry.model);
    if (entry.recognisedBy && (!known || dayOf(known) < dayOf(entry))) last.set(entry.model, entry);
  }
  return [...last.values()].sort((a, b) => a.model.id - b.model.id);
}

const dayOf = (entry: Entry) => dayOfAct(entry, 'recognise') as string;

function upkeepRows(entry: Entry, today: string): Row[] {
  const { model } = entry;
  const throws = dice('upkeep', model.id);
  const lately = addDays(today, -throws.int(5, 330));
  if (lately <= dayOf(entry)) return [];
  const row = (act: string, standing: string, note: string, day: string) => ({
    initiative_id: model.id,
    act,
    standing,
    note,
    day,
    actor_id: OFFICE.id,
    actor_name: OFFICE.name,
    at: officeTime(day, 1, model.id),
  });
  if (throws.int(1, REVOKED_ONE_IN) === 1) return [row('revoke', 'revoked', throws.pick(REVOKED), lately)];
  const found = throws.int(1, 100);
  if (found <= FOUND.kept_up) return [row('check', 'kept_up', '', lately)];
  if (found <= FOUND.kept_up + FOUND.needs_support)
    return [row('check', 'needs_support', throws.pick(NEEDS_SUPPORT), lately)];
  if (found > FOUND.kept_up + FOUND.needs_support + FOUND.stopped) return [];
  const stopped = addDays(dayOf(entry), throws.int(200, 1_500));
  return [row('check', 'stopped', throws.pick(STOPPED), stopped < lately ? stopped : lately)];
}

function resultRows(entry: Entry, doers: Doers): Row[] {
  const { model, cycle } = entry;
  const throws = dice('result', model.id);
  if (!throws.chance(TELLING)) return [];
  const day = dayOfAct(entry, 'self_assess') as string;
  return [BROUGHT[(model.fieldId - 1) % BROUGHT.length] as (typeof BROUGHT)[number], throws.pick(GIVEN)].map((told) => {
    const verified = throws.chance(0.7);
    const { before, after } = figures(told, throws);
    return {
      initiative_id: model.id,
      cycle_id: cycle.id,
      kind: told.kind,
      name: told.name,
      unit: '',
      before_value: before,
      after_value: after,
      evidence: 'Sổ theo dõi, biên bản nghiệm thu (dữ liệu mẫu)',
      state: verified ? 'verified' : 'claimed',
      claimed_by: doers.of(entry, 'self_assess').id,
      claimed_by_name: doers.of(entry, 'self_assess').name,
      claimed_at: officeTime(day, 2, model.id),
      settled_by_name: verified ? doers.officer(entry).name : null,
      settled_at: verified ? officeTime(dayOf(entry), 1, model.id) : null,
      note: '',
    };
  });
}

function figures({ least, most }: { least: number; most: number }, throws: Dice) {
  const before = throws.chance(0.4) ? throws.int(0, least) : null;
  return { before, after: throws.int(least, most) + (before ?? 0) };
}

/** New models of a later year that learnt from an earlier one of the same theme elsewhere; some of those had learnt themselves. */
function adoptionRows(recognised: readonly Entry[]): Row[] {
  const firstYear = Math.min(...recognised.map(({ model }) => model.year));
  const teachers = new Map<Theme, Model[]>();
  for (const { model } of recognised) {
    const known = teachers.get(model.theme) ?? [];
    if (model.year === firstYear && model.publishedOn && known.length < WELL_KNOWN)
      teachers.set(model.theme, [...known, model]);
  }
  return recognised.flatMap((entry) => {
    const { model } = entry;
    const throws = dice('adoption', model.id);
    const known = (teachers.get(model.theme) ?? []).filter(({ place }) => place !== model.place);
    if (model.year === firstYear || !throws.chance(LEARNING) || known.length === 0) return [];
    const from = throws.pick(known);
    // Others go on to learn from who has learnt.
    teachers.get(model.theme)?.push(model);
    const day = dayOfAct(entry, 'submit') as string;
    const learnt = throws.pick(LEARNT);
    return [
      {
        initiative_id: model.id,
        parent_id: from.id,
        ...learnt,
        day,
        actor_id: null,
        actor_name: model.registrant.name,
        at: officeTime(day, 0, model.id),
      },
    ];
  });
}
