import type { Check } from '#platform/server/database-fit.ts';

/** What holds for people and their units; asked as the database's owner. */
export const appointmentChecks: Check[] = [
  {
    name: 'people: units',
    async run(client) {
      const { rows } = await client.query<{ username: string }>(
        `select distinct s.username from account s join appointment a on a.person_id = s.person_id
         cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today
         where s.disabled_at is null and a.valid @> today.day
           and not exists (select from unit_kind k where k.unit_id = a.unit_id and k.valid @> today.day) order by 1 limit 6`,
      );
      const names = rows.map((row) => row.username);
      return names.length === 0
        ? null
        : `These serve at a unit that does not stand today: ${names.join(', ')}. End the appointment, or give another.`;
    },
  },
];
