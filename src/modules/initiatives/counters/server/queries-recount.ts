/**
 * SQL that begins a statement: `counted` holds one row for each registration and each distinct model, as the counters' cells
 * are cut. The five words (docs/glossary.md) stand here once more, in words of their own: a check that called the function
 * which the triggers call would repeat its mistakes. Only small columns are read, so that a million rows sort in little room.
 */
export const COUNTED = `
  with row_of as (
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject, initiative_id,
      carried_out_on is not null as carried_out, recognised_by is not null as recognised,
      outstanding_by is not null as outstanding, commended_by is not null as commended
    from registration where submitted_on is not null and state not in ('withdrawn', 'annulled')
  ), model as (
    select distinct on (cycle_id, initiative_id) cycle_id, unit_id, keeper_unit_id, sector_id, field_id, subject,
      bool_or(carried_out) over each as carried_out, bool_or(recognised) over each as recognised,
      bool_or(outstanding) over each as outstanding, bool_or(commended) over each as commended
    from row_of window each as (partition by cycle_id, initiative_id)
    order by cycle_id, initiative_id, array_position(array['commune', 'district', 'province'], level)
  ), counted as (
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      1 as registered, carried_out::integer, recognised::integer, outstanding::integer, commended::integer from row_of
    union all
    select cycle_id, 'any', unit_id, keeper_unit_id, sector_id, field_id, subject,
      1, carried_out::integer, recognised::integer, outstanding::integer, commended::integer from model
  )`;
