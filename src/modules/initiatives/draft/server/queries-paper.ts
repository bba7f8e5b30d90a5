import { currentCycle, movementIn } from '#modules/movements/cycle/rules.ts';
import { isOpenOn, ofCycles } from '#modules/movements/field/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { DraftContent } from '../../registration/schema.ts';
import { choicesFor, type Part } from '../../registration/server/queries-choices.ts';
import type { ReceiptSheet } from '../../registration/server/queries-receipt.ts';
import { versionContent } from '../../registration/server/queries-version.ts';
import { type Known, type Said, saidOf } from '../rules-said.ts';

/** A form as it is printed: what stands in each box, and of an empty one what there is to choose from. */
export interface Paper {
  said: Said[];
  /** The unit that takes it, in words; empty on an empty form of who serves at several. */
  unit: string;
  cycle: string;
  /** What the movement is called; empty where there is none. */
  movement: string;
  /** The choices to be ticked by hand, where nothing is filled in. */
  blank: (Pick<Known['choices'], 'fields' | 'programmes'> & { levels: readonly Level[] }) | null;
}
type Words = { t: Translate; language: Language };

/** The empty form of the cycle that runs, for the unit at which the reader serves. */
export async function emptyPaper(db: ReadDb, ctx: Context, { t, language }: Words): Promise<Paper> {
  const choices = await choicesFor(db, ctx);
  const cycle = currentCycle(choices.cycles, dayOf(ctx.now));
  const [own, ...others] = ctx.actor.appointments.filter((each) => each.unitName);
  const said = saidOf({ unitName: null, choices }, DraftContent.parse({}), t, language);
  const open = (parts: readonly Part[]) =>
    ofCycles(parts, cycle ? [cycle] : []).filter((each) => isOpenOn(each, dayOf(ctx.now)));
  const blank = {
    fields: open(choices.fields),
    programmes: open(choices.programmes),
    levels: (cycle?.levels ?? []).map((each) => each.level),
  };
  const unit = others.length === 0 ? (own?.unitName ?? '') : '';
  return { said, unit, cycle: cycle?.code ?? '', movement: movementIn(cycle, language), blank };
}

/** The form that a registration was last sent with; `receipt` says of it what its version does not. */
export async function sentPaper(
  db: ReadDb,
  ctx: Context,
  receipt: ReceiptSheet,
  { t, language }: Words,
): Promise<Paper> {
  const choices = await choicesFor(db, ctx);
  const { paperOn, signedBy, lateReason, levels } = receipt;
  const content = {
    ...(await versionContent(db, receipt.registrationId)),
    ...{ paperOn: paperOn ?? '', signedBy, lateReason, levels: levels.map((each) => each.level) },
  };
  const known = { unitName: receipt.unit, choices: { ...choices, units: [] } };
  return {
    said: saidOf(known, content, t, language),
    unit: receipt.unit ?? '',
    cycle: receipt.cycle,
    movement: movementIn(
      choices.cycles.find(({ id }) => id === content.cycleId),
      language,
    ),
    blank: null,
  };
}
