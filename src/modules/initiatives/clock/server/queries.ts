import { type RawBuilder, sql } from 'kysely';
import { STATION_STATES, STATIONS } from '../rules.ts';

// The one place that says until when a registration waits: home, lists, queues, the record, the board and letters ask here.

const stateSince = (r: string) => sql`(${sql.ref(`${r}.state_since`)} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** Working days that the station has at which a registration waits, by its row `l` of `cycle_level`. */
const allowed = (r: string) =>
  sql`case ${sql.ref(`${r}.state`)} ${sql.join(
    STATION_STATES.map((state) => sql`when ${sql.lit(state)} then ${sql.ref(`l.${STATIONS[state]}_days`)}`),
    sql` `,
  )} end`;

/** What `dueOn` needs beside a registration and its `l`: the day it came to its station, and the last day of the station's clock. */
export const clockJoins = (r = 'r'): RawBuilder<unknown> => sql`
  left join working_day began on began.day = ${stateSince(r)}
  left join working_day ends on ends.works and ends.number = began.number + ${allowed(r)}`;

/**
 * The day until which a registration waits: by its station's clock; without one by the days of its level, where what came
 * late is due on the day it came at the soonest; null when it waits for nobody.
 */
export const dueOn = (r = 'r'): RawBuilder<string | null> => sql<string | null>`coalesce(ends.day,
  case when ${sql.ref(`${r}.state`)} in ('submitted', 'returned', 'recalled') then greatest(l.register_due_on, ${stateSince(r)})
    when ${sql.ref(`${r}.state`)} in ('accepted', 'self_assessed', 'proposed') then l.appraise_due_on end)`;
