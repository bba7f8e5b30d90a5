import { inLines, treeOf } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { mayGive, mayGiveSomewhere } from '#modules/people/account/policy.ts';
import { ROLES } from '#modules/people/appointment/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';

/** What this person may give: the units of today where they do, each under its parent, and the roles. */
export async function dutyChoices(db: ReadDb, { actor, now }: Context) {
  const units = await unitsOn(db, dayOf(now));
  const own = units.filter((unit) => mayGive(actor, { role: 'registrant', unit, personId: null }) === true);
  return {
    units: inLines(treeOf(own)).map(({ unit, depth }) => ({
      value: String(unit.id),
      label: `${'\u2003'.repeat(depth)}${unit.name}`,
    })),
    roles: ROLES.filter((role) => mayGiveSomewhere(actor, role)),
  };
}
