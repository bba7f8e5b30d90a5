import { counterChecks } from '#modules/initiatives/counters/server/queries.ts';
import { unitChecks } from '#modules/organisations/unit/server/queries-checks.ts';
import { appointmentChecks } from '#modules/people/appointment/server/queries-checks.ts';
import { auditChecks } from '#modules/people/audit/server/queries-checks.ts';
import type { Check } from '#platform/server/database-fit.ts';
import { databaseChecks } from '#platform/server/health.ts';

/** Everything that `kheo doctor` checks, in the order it is said; a module adds its own list here. */
export const checks: Check[] = [
  ...databaseChecks,
  ...unitChecks,
  ...appointmentChecks,
  ...counterChecks,
  ...auditChecks,
];
