import { type Cast, NOW, PERSON_NAMES } from './cast.ts';
import type { Hidden } from './secrets.ts';

/** The member from elsewhere: a registrant of one commune on the council of another. */
const MEMBER_ELSEWHERE = 'registrant';

const EACH_ACCOUNT = [
  `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at)
    select convert_to('s' || person_id, 'utf8'), person_id, $1, $1, $1::timestamptz + interval '1 day' from account`,
  `insert into device (token_hash, person_id, created_at, used_at) select convert_to('d' || person_id, 'utf8'), person_id, $1, $1 from account`,
  `insert into second_factor (person_id, secret, created_at) select person_id, '\\x01', $1 from account`,
  `insert into passkey (id, person_id, public_key, counter, label, synced, created_at)
    select 'k' || person_id, person_id, '\\x01', 0, '', false, $1 from account`,
  `insert into single_sign_on (issuer, subject, person_id, created_at) select 'https://cong.example.vn', 's' || person_id, person_id, $1 from account`,
  `insert into ticket (token_hash, purpose, person_id, created_at, expires_at)
    select convert_to('t' || person_id, 'utf8'), 'reset', person_id, $1, $1::timestamptz + interval '1 hour' from account`,
  `insert into saved_view (person_id, name, address, saved_at) select person_id, 'x', '', $1 from account`,
  `insert into idempotency_key (actor_id, act, key, input_digest, at) select person_id, 'x', 'k' || person_id, '', $1 from account`,
  `insert into sign_in_failure (way, what, failed_count, last_at) select 'name', username, 1, $1 from account`,
  `insert into digest (person_id, day) select person_id, $1::timestamptz::date from account`,
  `insert into reminder (unit_id, cycle_id, level, day, reminded_by_name, at)
    select id, 2, 'commune', $1::timestamptz::date, 'x', $1 from unit where id <= 6`,
  `insert into setup_code (code_hash, created_at) values ('\\x01', $1)`,
  `insert into published_figure (cycle_id, level, as_of, registered, recognised, definition_vi, definition_en, published_at)
    values (2, 'commune', $1, 1, 1, 'x', 'x', $1)`,
  `insert into article (slug, title, lead, body, author, published_on, created_at)
    values ('dang', 'x', 'x', 'x', 'x', '2026-01-01', $1), ('chua-dang', 'x', 'x', 'x', 'x', null, $1)`,
  `insert into placement (reorganisation_id, initiative_id, from_unit_id, to_unit_id, placed_by_name, placed_at)
    select (select max(id) from reorganisation), id, keeper_unit_id, 1, 'x', $1 from initiative`,
  `insert into upkeep (initiative_id, act, standing, day, actor_name, at)
    select id, 'check', 'kept_up', $1::timestamptz::date, 'x', $1 from initiative`,
  `insert into result (initiative_id, cycle_id, kind, name, after_value, state, claimed_by_name, claimed_at)
    select id, 2, 'km', 'x', 1, 'claimed', 'x', $1 from initiative`,
  `insert into deferral (registration_id, comes_back_on, deferred_at) select id, '2027-01-01', $1 from registration`,
  `insert into adoption (initiative_id, parent_id, kept, day, actor_name, at)
    select id, (select min(id) from initiative), 'x', $1::timestamptz::date, 'x', $1 from initiative where id > (select min(id) from initiative)`,
  // To everybody who reads the model, among offices, and a private note of the commune's that everybody is named in.
  `insert into comment (initiative_id, visibility, unit_id, text, author_id, author_name, at)
    select i.id, v.visibility, v.unit_id, 'x', 4, 'x', $1 from initiative i,
      (values ('readers', null), ('officers', null), ('body', 4)) v (visibility, unit_id)`,
  `insert into learning (initiative_id, code, name, asker_unit_id, asker_registrant_id, asker, wish, asked_by, asked_by_name, asked_at)
    select i.id, i.code, 'x', 5, 2, 'x', 'x', 9, 'x', $1 from initiative i where i.registrant_id <> 2`,
  'select seal_audit($1)',
];

const ONCE = [
  `insert into installation (key, value) values ('demo', 'x') on conflict do nothing`,
  `insert into recovery_code (person_id, code_hash) select person_id, convert_to('r' || person_id, 'utf8') from account`,
  `insert into phase (movement_id, name_vi, name_en, runs) values (1, 'x', 'x', '[2021-01-01,2026-01-01)')`,
  `insert into legal_document (movement_id, title, number, issued_on) values (1, 'x', '1-HD', '2026-01-01')`,
  `insert into title_group (movement_id, code, name_vi, name_en, position) values (1, 'DVK', 'x', 'x', 1)`,
  `insert into unit_target (cycle_id, unit_id, wanted, set_by_name, set_at) select 2, id, 3, 'x', now() from unit where id < 7`,
  `insert into launch_opening (launch_id, unit_id, person_id, person_name, opened_at)
    select l.id, u.id, 1, 'x', now() from launch l, unit u where u.id in (4, 5)`,
  `insert into cycle_title_group (cycle_id, title_group_id) values (2, 1)`,
  `insert into guidance (cycle_id, part, text) values (2, 'name', 'x')`,
  `insert into directory_link (group_code, name, url, position) values ('press', 'x', 'https://x.example.vn', 1)`,
  `insert into article_initiative (article_id, initiative_id) select max(a.id), (select max(id) from initiative) from article a`,
  `insert into unit_boundary (unit_id, geometry)
    select id, '{"type": "MultiPolygon", "coordinates": [[[[105, 10], [105.1, 10], [105.1, 10.1], [105, 10]]]]}' from unit where id in (4, 5)`,
  `insert into unit_sector (unit_id, sector_id, valid) values (4, 11, '[2010-01-01,)')`,
  `insert into appointment_keep (appointment_id, reorganisation_id, valid_before, unit_ids)
    select id, (select max(id) from reorganisation), valid, array[unit_id] from appointment on conflict do nothing`,
  `insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state)
    select (select max(id) from reorganisation), id, 'successor', unit_id, 'proposed' from appointment on conflict do nothing`,
  // Of every model that waits: the commune's officer has scored, its committee's member and an auditor are waited for.
  `insert into review (registration_id, person_id, person_name, how, state, at)
    select r.id, p.id, 'x', 'chosen', case when p.id = 2 then 'given' else 'waiting' end, now()
    from registration r, person p where r.state = 'self_assessed' and p.id in (2, 5, 8) and conflict_of(p.id, r.id) is null`,
  `insert into review_score (review_id, registration_id, person_id, asked, points, total, at)
    select id, registration_id, person_id, '{1}', '{1}', 10000, at from review where state = 'given'`,
  `insert into tie (person_id, initiative_id, kind, declared_by_name, at)
    select 3, initiative_id, 'mentor', 'x', now() from registration where state = 'accepted'`,
  `insert into staged_verdict (registration_id, team_id, verdict, counted, staged_by_name, at)
    select id, (select min(id) from team), 'proposed', 0, 'x', now() from registration where state = 'self_assessed'`,
  `insert into visit (registration_id, seen_on, visitors, seen, noted_by_name, at)
    select id, '2026-03-01', 'x', 'x', 'x', now() from registration where state = 'self_assessed'`,
  `insert into import_file (batch_id, content) select id, '\\x01' from import_batch`,
  `insert into import_mapping (unit_id, heading, columns, saved_by_name, saved_at) select distinct unit_id, 'x', '{}'::jsonb, 'x', now() from import_batch`,
  `insert into similarity_answer (initiative_id, other_code, answer, reason, answered_by_name, answered_at)
    select id, 'M-2026-00001', 'different', 'x', 'x', created_at from initiative`,
  `insert into comment_mention (comment_id, person_id, person_name) select c.id, p.id, 'x' from comment c, person p where p.id <= 13`,
  // A registrant from elsewhere stands for the one of the hamlet for two days.
  `insert into appointment (person_id, role, unit_id, registrant_id, valid, stands_for)
    select 11, role, unit_id, registrant_id, '[2026-03-12,2026-03-14)', id from appointment where person_id = 1 and registrant_id is not null`,
  `insert into registration_event (registration_id, act, state, actor_name, at, details)
    select id, 'feedback', state, 'x', now(), '{"feedback": "x"}' from registration where state = 'proposed'`,
  `insert into feedback_read (event_id, person_id, at)
    select e.id, s.person_id, now() from registration_event e, account s where e.act = 'feedback'`,
  `insert into audit_row (event_id, subject_id) select id, 1 from audit_event`,
];

/**
 * A row of each account, or of each place, in every table that `hideSecrets` has left empty, and a member of the sibling
 * commune's council from next door. Half of the counters are folded. Answers the bodies that somebody is on.
 */
export async function fillTheRest(cast: Cast, hidden: Hidden): Promise<ReadonlyMap<string, number[]>> {
  await cast.asOwner('select fold_registration_count()');
  for (const statement of EACH_ACCOUNT) await cast.asOwner(statement, [NOW]);
  for (const statement of ONCE) await cast.asOwner(statement);
  const { bodyId } = hidden.of.sibling;
  await cast.asOwner(
    `insert into body_member (body_id, person_id, role, valid) values ($1, $2, 'member', '[2026-02-01,)')`,
    [bodyId, PERSON_NAMES.indexOf(MEMBER_ELSEWHERE) + 1],
  );
  // What is not folded yet stands behind the wall as well.
  await cast.asOwner(`insert into registration_count_delta
    (cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject, registered, carried_out, recognised, outstanding, commended)
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject, 1, 0, 0, 0, 0 from registration_count_cell`);
  return new Map([[MEMBER_ELSEWHERE, [bodyId]]]);
}
