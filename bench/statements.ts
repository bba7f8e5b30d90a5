// The work of the screens as bare SQL, without rights and without audit: what the thin server runs, and what is measured alone.

const PLACES = `
  left join unit_name un on un.unit_id = r.unit_id and un.valid @> c.reference_day
  left join unit_parent up on up.unit_id = r.unit_id and up.valid @> c.reference_day
  left join unit_name pn on pn.unit_id = up.parent_id and pn.valid @> c.reference_day`;

const lines = (where: string) => `
  select r.id, r.initiative_id, i.code, r.name, g.name as registrant, r.unit_id, un.name as unit, pn.name as parent, r.field_id, r.subject,
    r.level, c.code as cycle, r.state, to_char(r.submitted_on, 'YYYY-MM-DD') as submitted_on, r.state_since, r.version
  from (select * from registration r where ${where} order by r.id desc limit 50) r
  join initiative i on i.id = r.initiative_id
  join cycle c on c.id = r.cycle_id
  left join registrant g on g.id = r.registrant_id ${PLACES}
  order by r.id desc`;
const count = (where: string) =>
  `select count(*)::integer as total from (select from registration r where ${where} limit 10001) matched`;

/** The newest 50 of a cycle, of all cycles, and those whose folded text is like $1; each with how many there are. */
export const LISTS = {
  cycle: both(`r.state <> 'annulled' and r.cycle_id = $1`),
  all: both(`r.state <> 'annulled'`),
  search: both(`r.state <> 'annulled' and r.plain_text like $1`),
};
export type List = keyof typeof LISTS;

function both(where: string) {
  return { lines: lines(where), count: count(where) };
}

/** One model with its registrations and its history; $1 is its id. */
export const RECORD = {
  registrations: `
    select r.id, r.version_id, c.code as cycle, r.level, r.state, to_char(r.submitted_on, 'YYYY-MM-DD') as submitted_on, l.register_due_on,
      l.appraise_due_on, d.number, d.decided_on, d.signer
    from registration r join cycle c on c.id = r.cycle_id join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
    left join decision d on d.id = r.recognised_by where r.initiative_id = $1 and r.state <> 'annulled' order by c.year, r.id`,
  head: `
    select i.code, i.name, g.name as registrant, f.name_vi as field, un.name as unit, pn.name as parent, v.*
    from initiative i
    join lateral (select * from initiative_version v where v.initiative_id = i.id order by number desc limit 1) v on true
    join field f on f.id = i.field_id
    left join registrant g on g.id = i.registrant_id
    left join unit_name un on un.unit_id = i.unit_id and upper_inf(un.valid)
    left join unit_parent up on up.unit_id = i.unit_id and upper_inf(up.valid)
    left join unit_name pn on pn.unit_id = up.parent_id and upper_inf(pn.valid) where i.id = $1`,
  events: `
    select e.act, e.state, e.reason, e.actor_name, e.at, r.level
    from registration_event e join registration r on r.id = e.registration_id
    where r.initiative_id = $1 and r.state <> 'annulled' order by e.at desc, e.id desc limit 100`,
};

/** A cycle ($1) and the year before it ($2), distinct models by unit and by field, from the summary. */
export const FIGURES = `
  select cycle_id, unit_id, field_id, sum(registered)::integer as registered, sum(recognised)::integer as recognised
  from registration_count where cycle_id in ($1, $2) and level = 'any'
  group by grouping sets ((cycle_id, unit_id), (cycle_id, field_id))`;

/** The units on the reference day of cycle $1, for a table by district and for a list to choose from. */
export const TREE = `
  select p.unit_id as id, n.name, p.parent_id as parent from cycle c
  join unit_parent p on p.valid @> c.reference_day
  join unit_name n on n.unit_id = p.unit_id and n.valid @> c.reference_day
  where c.id = $1 order by p.parent_id nulls first, n.name`;

/** A model with its text, its registration and its first event, each after the other; the counters' trigger comes with the third. */
export const ENTER = {
  take: `delete from draft where id = $1 returning content`,
  leanedOn: `
    select m.code_prefix || '-' || c.year || '-' as prefix, g.id as registrant, g.name as registrant_name,
      (select name from unit_name where unit_id = $2 and valid @> current_date) as unit_name
    from cycle c join movement m on m.id = c.movement_id join field f on f.movement_id = m.id and f.id = $3
    join registrant g on g.unit_id = $2 and g.plain_name = $4 and g.subject = $5 where c.id = $1`,
  initiative: `
    with given as (select nextval('initiative_id_seq')::integer as id)
    insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
    select id, $5::text || id, $1, $2, $2, $3, $4, 'collective', now() from given returning id, code`,
  version: `
    insert into initiative_version (initiative_id, number, name, reason, objectives, content, place, forces, resources, outputs, sustaining, created_at)
    values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now()) returning id`,
  registration: `
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
      submitted_on, register_key, plain_text, name, state_since)
    values ($1, $2, $3, 'commune', $4, $4, $5, $6, 'collective', 'submitted', current_date, $7, $8, $9, now()) returning id`,
  event: `
    insert into registration_event (registration_id, act, state, actor_name, at) values ($1, 'submit', 'submitted', 'thin', now())`,
};

/** The same in one statement: $1 name, $2 unit, $3 registrant, $4 field, $5 cycle, $6 folded text, $7 the text of a part. */
export const ENTER_AT_ONCE = `
  with given as (select nextval('initiative_id_seq')::integer as id),
  model as (
    insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
    select id, 'KG-2026-' || id, $1::text, $2::integer, $2, $3::integer, $4::integer, 'collective', now() from given returning id),
  version as (
    insert into initiative_version (initiative_id, number, name, reason, objectives, content, place, forces, resources, outputs, sustaining, created_at)
    select id, 1, $1, $7::text, $7, $7, $7, $7, $7, $7, $7, now() from model returning id, initiative_id),
  entered as (
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
      submitted_on, register_key, plain_text, name, state_since)
    select initiative_id, id, $5::integer, 'commune', $2, $2, $3, $4, 'collective', 'submitted', current_date, $6::text, $6, $1, now()
    from version returning id)
  insert into registration_event (registration_id, act, state, actor_name, at)
  select id, 'submit', 'submitted', 'sql', now() from entered`;
