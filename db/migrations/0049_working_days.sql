-- why: stations have clocks in working days: which days are worked is data, numbered once, so that a due day is a lookup
create table calendar_day (
  day date primary key check (day between '2015-01-01' and '2039-12-31'),
  works boolean not null,
  name text not null check (name <> '' and length(name) <= 200),
  basis text not null default '' check (length(basis) <= 300),
  sample boolean not null default false
);
comment on table calendar_day is 'Days that are not as their weekday says: holidays, days off in exchange, Saturdays and Sundays worked instead';
comment on column calendar_day.sample is 'Came with the product; nobody of this place has said that it is so';

create table working_day (
  day date primary key,
  works boolean not null,
  number integer not null
);
comment on table working_day is 'Every day with how many were worked up to and with it: a span is a difference, a due day a lookup. Kept by a trigger of calendar_day';
create unique index on working_day (number) where works;

alter table calendar_day enable row level security;
alter table calendar_day force row level security;
alter table working_day enable row level security;
alter table working_day force row level security;
create policy reads on calendar_day for select using (true);
create policy writes on calendar_day using ((select scope_is_all()));
create policy reads on working_day for select using (true);
create policy writes on working_day using ((select scope_is_all()));
grant select, insert, update, delete on calendar_day to kheo_app;
grant select on working_day to kheo_app;

-- Runs with the owner's eyes: nobody else numbers days. One after the other, since each writes all of them.
create function number_working_days() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  lock table working_day in share row exclusive mode;
  delete from working_day;
  insert into working_day (day, works, number)
  select day, works, (count(*) filter (where works) over (order by day))::integer
  from (select d.day::date as day, coalesce(c.works, extract(isodow from d.day) < 6) as works
    from generate_series(timestamp '2015-01-01', timestamp '2039-12-31', interval '1 day') d (day)
    left join calendar_day c on c.day = d.day::date) told;
  return null;
end
$$;
create trigger numbers after insert or update or delete on calendar_day for each statement execute function number_working_days();

-- Sample data: the public holidays of the law with the exchanges that were announced; those of 2027 may be announced otherwise.
insert into calendar_day (day, works, name, basis, sample) values
  ('2018-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-02-14', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-02-15', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-02-16', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-02-19', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-02-20', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-04-25', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2018-09-03', false, 'Nghỉ bù Quốc khánh', 'Bộ luật Lao động 2012, khoản 3 Điều 115', true),
  ('2018-12-31', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2019-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-01-05', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2019-02-04', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-02-05', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-02-06', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-02-07', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-02-08', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-04-15', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2012, khoản 3 Điều 115', true),
  ('2019-04-29', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2019-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2019-05-04', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2019-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-23', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-24', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-27', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-28', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-01-29', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-04-02', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2020-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2012, Điều 115', true),
  ('2021-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-02-10', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-02-11', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-02-12', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-02-15', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-02-16', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-04-21', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-05-03', false, 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2021-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2021-09-03', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-01-03', false, 'Nghỉ bù Tết Dương lịch', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2022-01-31', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-02-01', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-02-02', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-02-03', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-02-04', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-04-11', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2022-05-02', false, 'Nghỉ bù Ngày Chiến thắng', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2022-05-03', false, 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2022-09-01', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2022-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-01-02', false, 'Nghỉ bù Tết Dương lịch', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2023-01-20', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-01-23', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-01-24', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-01-25', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-01-26', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-05-02', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2023-05-03', false, 'Nghỉ bù Ngày Chiến thắng', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2023-09-01', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2023-09-04', false, 'Nghỉ bù Quốc khánh', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2024-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-02-08', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-02-09', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-02-12', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-02-13', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-02-14', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-04-18', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-04-29', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2024-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-05-04', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2024-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2024-09-03', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-27', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-28', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-29', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-30', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-01-31', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-04-07', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-04-26', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2025-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-05-02', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2025-09-01', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2025-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-01-02', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2026-01-10', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2026-02-16', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-02-17', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-02-18', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-02-19', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-02-20', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-04-27', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2026-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-05-01', false, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-08-22', true, 'Làm bù', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2026-08-31', false, 'Nghỉ hoán đổi', 'Hoán đổi ngày làm việc (thông báo hằng năm)', true),
  ('2026-09-01', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2026-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-02-05', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-02-08', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-02-09', false, 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-02-10', false, 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2027-02-11', false, 'Nghỉ bù Tết Nguyên đán', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2027-04-16', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-05-03', false, 'Nghỉ bù Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, khoản 3 Điều 111', true),
  ('2027-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true),
  ('2027-09-03', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', true);
analyze working_day;

-- Working days that a station has for one model, from the day on which it came to it; none: the due days of the level alone.
alter table cycle_level add column accept_days smallint check (accept_days between 1 and 250);
alter table cycle_level add column mend_days smallint check (mend_days between 1 and 250);
alter table cycle_level add column appraise_days smallint check (appraise_days between 1 and 250);
alter table cycle_level add column decide_days smallint check (decide_days between 1 and 250);
