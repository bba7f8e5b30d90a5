import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Role } from '../../appointment/rules.ts';

export interface Proposal {
  id: number;
  kind: 'successor' | 'gain';
  state: 'proposed' | 'approved' | 'declined';
  role: Role;
  person: string;
  /** Where the person serves, or served until the act. */
  at: string;
  /** The unit that would be seen. */
  unit: string;
  decidedBy: string | null;
}

/** How many proposals of a role stand in a state. */
export interface ProposalCount {
  role: Role;
  state: Proposal['state'];
  count: number;
}

export interface ProposalsAsked {
  state: Proposal['state'];
  role?: string | undefined;
  after?: number | undefined;
}

const PROPOSALS = 50;

const found = (actId: number, { state, role }: ProposalsAsked) => sql`
  from appointment_proposal p join appointment a on a.id = p.appointment_id
  where p.reorganisation_id = ${actId} and p.state = ${state} ${role ? sql`and a.role = ${role}` : sql``}`;

/** A page of what an act proposes for people, in the order of its ids; within scope. One query. */
export async function proposalsOf(
  db: ReadDb,
  actId: number,
  asked: ProposalsAsked,
): Promise<{ rows: Proposal[]; next: number | null }> {
  const rows = await rowsOf(
    db,
    sql<Proposal>`
      with page as (select p.*, a.role, a.person_id, a.unit_id as at_id ${found(actId, asked)} and p.id > ${asked.after ?? 0} order by p.id limit ${PROPOSALS + 1})
      select page.id, page.kind, page.state, page.role, who.full_name as person, at.name as at, n.name as unit, by.full_name as "decidedBy"
      from page join person who on who.id = page.person_id join reorganisation r on r.id = page.reorganisation_id
        left join unit_name at on at.unit_id = page.at_id and at.valid @> (r.effective_on - 1)
        left join unit_name n on n.unit_id = page.unit_id and n.valid @> r.effective_on
        left join person by on by.id = page.decided_by
      order by page.id`,
  );
  const page = rows.slice(0, PROPOSALS);
  return { rows: page, next: rows.length > PROPOSALS ? (page.at(-1)?.id ?? null) : null };
}

/** What an act proposes, counted by role and state. One query. */
export function proposalCounts(db: ReadDb, actId: number): Promise<ProposalCount[]> {
  return rowsOf(
    db,
    sql<ProposalCount>`
      select a.role, p.state, count(*)::integer as count from appointment_proposal p join appointment a on a.id = p.appointment_id
      where p.reorganisation_id = ${actId} group by 1, 2 order by 1, 2`,
  );
}

/** Every open proposal of an act for one role: for deciding on all of them. */
export async function openProposals(db: ReadDb, actId: number, role: string): Promise<number[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`select p.id ${found(actId, { state: 'proposed', role })} order by p.id`,
  );
  return rows.map((row) => row.id);
}
