import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { mayFormTeam } from '../policy.ts';
import { balance, everybody } from '../rules.ts';
import { AskReaders, SaveTeam, ShareWork, type TeamPlace } from '../schema.ts';
import { insertReviews, isScored, type KeptTeam, loadsOf, teamForUpdate, worksOf, writeTeam } from './store.ts';

const about = ({ unitId }: { unitId: number }, id: number, after: object) => ({
  subjectKind: 'team',
  subjectId: id,
  unitId,
  after,
});

/** Forms a team of a unit, or changes it. */
export const saveTeam = action({
  name: 'team.save',
  input: SaveTeam,
  // A known team stays of the unit, year and level that it was formed for.
  async subject(tx, _scope, { id, cycleId, level, unitId }): Promise<TeamPlace | undefined> {
    if (id !== undefined) return teamForUpdate(tx, id);
    return cycleId && level && unitId ? { cycleId, level, unitId } : undefined;
  },
  allow: (actor, team) => mayFormTeam(actor, team),
  async run({ tx, ctx }, team, input): Promise<{ id: number }> {
    if (!(await isScored(tx, team.cycleId, team.level))) refuse('conflict', 'team.not_scored');
    const id = await writeTeam(tx, ctx, team, input);
    if (id !== undefined) return { id };
    return refuse('invalid', 'form.invalid', { fields: { members: { code: 'team.member_elsewhere' } } });
  },
  audit: (team, { id }, { name, fields, members }) => about(team, id, { name, fields, members }),
});

/** Shares out what is in a team's hands: everybody reads all of it, or as many as the rule wants, evenly and within the cap. */
export const shareWork = action({
  name: 'team.share',
  input: ShareWork,
  subject: (tx, _scope, { id }): Promise<KeptTeam | undefined> => teamForUpdate(tx, id),
  allow: (actor, team) => mayFormTeam(actor, team),
  async run({ tx, ctx }, team, { how }): Promise<{ asked: number; short: number }> {
    const [works, loads] = [await worksOf(tx, team.id), await loadsOf(tx, team.id)];
    const shared =
      how === 'balanced'
        ? balance(works, loads, team.wanted, team.cap)
        : { pairs: everybody(works, [...loads.keys()]), short: [] };
    return { asked: await insertReviews(tx, ctx, team.id, how, shared.pairs), short: shared.short.length };
  },
  audit: (team, result, { how }) => about(team, team.id, { how, ...result }),
});

/** Asks chosen members of its team to read one model; who is in a conflict cannot be asked. */
export const askReaders = action({
  name: 'team.ask',
  input: AskReaders,
  async subject(tx, _scope, { registrationId }): Promise<KeptTeam | undefined> {
    const { rows } = await sql<{ id: number | null }>`
      select team_of(r.id) as id from registration r where r.id = ${registrationId} and r.state = 'self_assessed'`.execute(
      tx,
    );
    return rows[0]?.id ? teamForUpdate(tx, rows[0].id) : undefined;
  },
  allow: (actor, team) => mayFormTeam(actor, team),
  async run({ tx, ctx }, team, { registrationId, people }): Promise<{ asked: number }> {
    const [work] = await worksOf(tx, team.id, registrationId);
    if (!work || people.some((person) => work.conflicts.includes(person))) refuse('forbidden', 'team.in_conflict');
    const pairs = people.map((personId) => ({ registrationId, personId }));
    return { asked: await insertReviews(tx, ctx, team.id, 'chosen', pairs) };
  },
  audit: (team, result, { registrationId, people }) => about(team, team.id, { registrationId, people, ...result }),
});
