import { sql } from 'kysely';
import { type Reason, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Registration } from '../../registration/rules.ts';
import { registrationsById } from '../../registration/server/queries-by-id.ts';
import { mayComment, mayEdit } from '../policy.ts';
import { type Audience, choiceOf, type Mentionable, type Visibility } from '../rules.ts';

/** A comment as its page shows it; of one that was withdrawn only who said it and when. Instants are ISO texts. */
export interface Comment {
  id: number;
  visibility: Visibility;
  unitId: number | null;
  text: string;
  earlier: { text: string; until: string }[];
  authorId: number;
  authorName: string;
  at: Date;
  editedAt: Date | null;
  withdrawnAt: Date | null;
  mentions: { id: number; name: string; read: boolean }[];
}

/** A model of the session's scope with the registrations by which rights are decided. */
export interface CommentedModel {
  id: number;
  code: string;
  name: string;
  registrations: Registration[];
}

/** Two queries; undefined when it is not there. */
export async function commentedModel(db: ReadDb, ctx: Context, id: number): Promise<CommentedModel | undefined> {
  const [model] = await rowsOf(
    db,
    sql<{ id: number; code: string; name: string; ids: number[] }>`
      select i.id, i.code, i.name, array(select r.id from registration r where r.initiative_id = i.id) as ids
      from initiative i where i.id = ${id}`,
  );
  const registrations = model ? await registrationsById(db, ctx, model.ids) : [];
  return model && registrations.length > 0 ? { id, code: model.code, name: model.name, registrations } : undefined;
}

/** Everybody who reads a model that the caller has loaded, with what of its comments they read; by name. One query. */
export function mentionable(db: ReadDb, ctx: Context, id: number): Promise<Mentionable[]> {
  return rowsOf(
    db,
    sql<Mentionable>`
      select person_id as id, full_name as name, role, unit_name as unit, as_officer as "asOfficer", seats
      from comment_readers(${id}, ${dayOf(ctx.now)}::date) order by as_officer desc, full_name, person_id`,
  );
}

/** What the session reads of what was said of a model, in its order. One query. */
function commentsOf(db: ReadDb, id: number): Promise<Comment[]> {
  return rowsOf(
    db,
    sql<Comment>`
      select c.id, c.visibility, c.unit_id as "unitId", case when c.withdrawn_at is null then c.text else '' end as text,
        case when c.withdrawn_at is null then c.earlier else '[]' end as earlier, c.author_id as "authorId", c.author_name as "authorName",
        c.at, c.edited_at as "editedAt", c.withdrawn_at as "withdrawnAt",
        (select coalesce(json_agg(json_build_object('id', m.person_id, 'name', m.person_name, 'read', m.read_at is not null)
          order by m.person_name), '[]') from comment_mention m where m.comment_id = c.id and c.withdrawn_at is null) as mentions
      from comment c where c.initiative_id = ${id} order by c.id`,
  );
}

/** An audience that may be chosen, or why not. */
export interface Choice extends Audience {
  value: string;
  /** Whose private notes. */
  unit: string;
  may: true | Reason;
}

/** Units at which the actor serves above a model, with what they may say there. */
function choicesOf(ctx: Context, registrations: readonly Registration[], seats: readonly number[]): Choice[] {
  const serving = ctx.actor.appointments.filter(
    ({ role, kept, path }) =>
      !kept &&
      (role === 'committee_member' || role.endsWith('_officer')) &&
      role !== 'sector_officer' &&
      registrations.some(({ keeperPath }) => keeperPath === path || keeperPath.startsWith(`${path}.`)),
  );
  const units = new Map(serving.map(({ unitId, unitName }) => [unitId, unitName]));
  const audiences: (Audience & { unit: string })[] = [
    { visibility: 'readers', unitId: null, unit: '' },
    { visibility: 'officers', unitId: null, unit: '' },
    ...[...units].map(([unitId, unit]) => ({ visibility: 'body' as const, unitId, unit })),
  ];
  return audiences.map((to) => ({
    ...to,
    value: choiceOf(to),
    may: mayComment(ctx.actor, registrations, to, seats),
  }));
}

/** Everything that the page of a model's comments shows; refuses (404) a model outside the scope. Four queries. */
export async function commentsPage(db: ReadDb, ctx: Context, id: number) {
  const model = (await commentedModel(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  const comments = await commentsOf(db, id);
  const people = await mentionable(db, ctx, id);
  const me = people.find((person) => person.id === ctx.actor.id);
  return {
    model: { id, code: model.code, name: model.name },
    comments: comments.map((comment) => ({
      ...comment,
      mine: comment.authorId === ctx.actor.id,
      mayEdit: mayEdit(ctx.actor, comment, ctx.now),
    })),
    unread: comments.filter(({ mentions }) => mentions.some((each) => each.id === ctx.actor.id && !each.read)).length,
    people: people.filter((person) => person.id !== ctx.actor.id),
    choices: choicesOf(ctx, model.registrations, me?.seats ?? []),
  };
}

export type CommentOnPage = Awaited<ReturnType<typeof commentsPage>>['comments'][number];
