import { mayManagePeople } from '#modules/people/account/policy.ts';
import { isAdministrator, isAuditor } from '#modules/people/appointment/policy.ts';
import { dutyLine } from '#modules/people/appointment/rules-words.ts';
import { mayPlaceSectors } from '#modules/people/registrant/policy.ts';
import { mayAskAtAll } from '#modules/upkeep/learning/policy.ts';

/** Who is signed in, as the frame of the working side shows it, and which parts of it they have. */
export function frameFor({ ctx: { actor }, t, language }: App.Locals) {
  // A duty that ended with its unit is shown while it keeps anybody's work.
  const shown = actor.appointments.filter(({ kept }) => kept === null || kept.length > 0);
  const duties = shown.map((each) => dutyLine(each, t, language));
  const reads = actor.appointments.filter(({ role }) => role !== 'registrant' && role !== 'people_administrator');
  const office = reads.some((each) => each.role !== 'sector_officer');
  const [administrator, all] = [isAdministrator(actor), isAdministrator(actor) || isAuditor(actor)];
  const sectors = actor.appointments.flatMap(({ sector }) => (sector && !all ? [sector[language]] : []));
  return {
    me: {
      id: actor.id as number,
      name: actor.name,
      duties: duties.length > 0 ? duties : [t('account.duties_none')],
      /** An office's duties, not only a registrant's or a sector's. */
      office,
      /** The sectors of which alone something is counted, where the rest is not seen. */
      sectors: [...new Set(sectors)],
      /** Follows what others do: any duty but a registrant's. */
      follows: reads.length > 0,
      /** Says which sector registrants belong to. */
      places: mayPlaceSectors(actor) === true,
      learns: mayAskAtAll(actor) === true,
      /** Serves an office, or is on a body. */
      bodies: office || (actor.bodies ?? []).length > 0,
      administrator,
      /** Lets people in, everywhere or at units of theirs. */
      people: mayManagePeople(actor) === true,
      audits: all,
    },
  };
}
export type Me = ReturnType<typeof frameFor>['me'];
