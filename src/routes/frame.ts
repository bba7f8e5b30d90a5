import { isAdministrator, isAuditor } from '#modules/people/appointment/policy.ts';

/** Who is signed in, as the frame of the working side shows it, and which parts of it they have. */
export function frameFor({ ctx: { actor }, t }: App.Locals) {
  // A duty that ended with its unit is shown while it keeps anybody's work.
  const shown = actor.appointments.filter(({ kept }) => kept === null || kept.length > 0);
  const duties = shown.map(({ role, unitName, kept }) =>
    [t(`account.role.${role}`), unitName, kept && t('account.kept')].filter(Boolean).join(' · '),
  );
  const office = actor.appointments.some((each) => each.role !== 'registrant');
  const administrator = isAdministrator(actor);
  return {
    me: {
      id: actor.id as number,
      name: actor.name,
      duties: duties.length > 0 ? duties : [t('account.duties_none')],
      /** An office's duties, not only a registrant's. */
      office,
      administrator,
      audits: administrator || isAuditor(actor),
    },
  };
}
export type Me = ReturnType<typeof frameFor>['me'];
