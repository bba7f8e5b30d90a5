import { wordsIn } from '#messages/catalogues.ts';
import { currentCycle, yearOptions } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { LEVELS, type Unit } from '#modules/organisations/unit/rules.ts';
import { inLines, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { formerUnits, unitsOn } from '#modules/organisations/unit/server/queries.ts';
import type { Language } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { mayImport, mayImportSomewhere } from '../policy.ts';

/** The form that takes a list in: its cycles, levels, and the units whose lists this officer imports, also those that stood in an earlier year; refuses (403) anybody else. Three queries. */
export async function registerForm(db: ReadDb, { actor, now }: Context, language: Language) {
  const allowed = mayImportSomewhere(actor);
  if (allowed !== true) refuse('forbidden', allowed.code);
  const today = dayOf(now);
  const cycles = await listCycles(db);
  const days = cycles.map((cycle) => cycle.referenceDay).filter((day) => day < today);
  const offered = (units: readonly Unit[], group?: string) =>
    inLines(treeOf(units.filter((unit) => mayImport(actor, unit.path) === true))).map(({ unit, depth }) => ({
      value: String(unit.id),
      label: `${'\u2003'.repeat(depth)}${unit.name}`,
      ...(group && { group }),
    }));
  return {
    cycles: yearOptions(cycles, language),
    cycle: String(currentCycle(cycles, today)?.id ?? ''),
    // Only levels that some cycle has; which one has which is checked when the file is sent.
    levels: LEVELS.filter((level) => cycles.some((cycle) => cycle.levels.some((each) => each.level === level))),
    level: LEVELS[0],
    units: [
      ...offered(await unitsOn(db, today)),
      ...offered(await formerUnits(db, days, today), wordsIn(language)('register.form.unit.former')),
    ],
  };
}

/** The file of a form, whole; without one its name is empty. */
export async function fileIn(form: FormData): Promise<{ name: string; bytes: Uint8Array }> {
  const file = form.get('file');
  if (!(file instanceof File)) return { name: '', bytes: new Uint8Array() };
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
