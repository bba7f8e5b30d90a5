import { isAdministrator, isAuditor } from '#modules/people/appointment/policy.ts';

/** Who is signed in, as the frame of the working side shows it, and which parts of it they have. */
export function frameFor({ ctx: { actor }, t }: App.Locals) {
  const duties = actor.appointments.map(({ role, unitName }) => `${t(`account.role.${role}`)} · ${unitName}`);
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
