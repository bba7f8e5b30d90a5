import { sql } from 'kysely';
import { mayPlaceSectors } from '#modules/people/registrant/policy.ts';
import { SetSector } from '#modules/people/registrant/schema.ts';
import { setRegistrantSector } from '#modules/people/registrant/server/actions-sector.ts';
import { action } from '#platform/server/action.ts';
import { foldCountersSoon } from '../../counters/server/jobs.ts';

/**
 * Puts registrants into a sector, and what they registered with them: open registrations always, past ones only where they
 * had none; the counters follow. Whose they may be is asked of each registrant by the act that this one joins.
 */
export const assignSector = action({
  name: 'registration.assign_sector',
  input: SetSector,
  subject: async () => ({}),
  allow: (actor) => mayPlaceSectors(actor),
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
