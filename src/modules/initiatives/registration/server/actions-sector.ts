import { sql } from 'kysely';
import { isAdministrator, isOfficer } from '#modules/people/appointment/policy.ts';
import { SetSector } from '#modules/people/registrant/schema.ts';
import { setRegistrantSector } from '#modules/people/registrant/server/actions-sector.ts';
import { action } from '#platform/server/action.ts';
import { foldCountersSoon } from '../../counters/server/jobs.ts';

/**
 * Puts registrants into a sector, and what they registered with them: open registrations always, past ones only where they
 * had none; the counters follow. Who may is asked of the registrants themselves.
 */
export const assignSector = action({
  name: 'registration.assign_sector',
  input: SetSector,
  subject: async () => ({}),
  // Of each registrant by the act within; here whether it is anybody's to ask.
  allow: (actor) => isOfficer(actor) || isAdministrator(actor) || { code: 'refusal.not_yours' },
  async run(act, _subject, input): Promise<{ registrants: number; followed: number[] }> {
    await setRegistrantSector.within(act, input);
    const { rows } = await sql<{ ids: number[] }>`
      select follow_registrants(${[...input.ids]}::integer[]) as ids`.execute(act.tx);
    await act.later(foldCountersSoon, {});
    return { registrants: input.ids.length, followed: rows[0]?.ids ?? [] };
  },
  audit: (_subject, { followed }, { sectorId }) => ({
    subjectKind: 'registration',
    after: { sectorId },
    rows: followed,
  }),
});
