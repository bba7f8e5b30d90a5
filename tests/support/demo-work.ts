/** What each account of the demo finds on its home page, at least. */
export const DUTIES: Record<string, string[]> = {
  dangky: ['continue_draft', 'self_assess', 'send_again', 'read_comment', 'visit_model'],
  xa: ['accept', 'appraise', 'continue_draft', 'decide', 'resume', 'read_launch', 'read_blind', 'answer_learner'],
  huyen: ['accept', 'appraise', 'decide', 'resume', 'read_blind', 'read_comment', 'answer_learner'],
  tinh: ['accept', 'appraise', 'decide', 'read_comment'],
  uyvien: ['appraise', 'decide', 'read_comment'],
  hoi: ['self_assess', 'send_again', 'read_comment'],
  dangky2: ['self_assess', 'send_again'],
  xa2: ['accept', 'appraise', 'decide'],
  'huyen-899': ['accept', 'appraise', 'decide'],
};

/** What the demo's offices have in hand, asked of the loaded database by `values` (the first column of a query); `wrong` names what no form would have written. */
export async function workInHand(values: (text: string) => Promise<unknown[]>, now: Date) {
  const [day] = new Date(now.getTime() + 7 * 3_600_000).toISOString().split('T');
  const judged =
    'review v join registration r on r.id = v.registration_id left join review_score s on s.review_id = v.id';
  const one = async (text: string) => Number((await values(text))[0]);
  return {
    wrong: await values(`
      select 'review ' || v.id from ${judged} where conflict_of(v.person_id, r.id) is not null or r.state <> 'self_assessed'
        or (v.state = 'given') <> (s.total is not null) or v.at < r.state_since or greatest(v.at, s.at) > '${now.toISOString()}'
        or v.how = 'blind' and reads_by_duty(v.person_id, r.id, '${day}')
      union all select 'mention in ' || m.comment_id from comment_mention m join comment c on c.id = m.comment_id
        where c.at > '${now.toISOString()}' or not exists (select from comment_readers(c.initiative_id, '${day}') f
          where f.person_id = m.person_id and case c.visibility when 'readers' then true when 'officers' then f.as_officer
            else c.unit_id = any (f.seats) end)`),
    apart:
      await one(`select count(*) from (select from ${judged} join review_rule q on q.cycle_id = r.cycle_id and q.level = r.level
      group by r.id, q.spread having max(s.total) - min(s.total) >= 100 * q.spread) found`),
    audiences: await values('select distinct visibility from comment order by 1'),
    requests: await values('select state from learning order by id'),
    back: await one(`select count(*) from deferral where comes_back_on <= '${day}'`),
    opened: await one('select count(*) from launch_opening'),
    targets: await one('select count(*) from unit_target'),
    spread: await one('select count(distinct wanted) from unit_target'),
  };
}
