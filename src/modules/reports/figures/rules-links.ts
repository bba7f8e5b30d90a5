import type { By, Group, Report } from './rules.ts';

/** The list of registrations behind a figure, with exactly its filters; null where no filter finds exactly those rows. */
export function rowsBehind(
  report: Report,
  state: 'counted' | 'recognised',
  line?: { by: By; group: Group },
): string | null {
  const place = report.place.path.length > 1 ? report.place.unitId : null;
  const filter: Record<string, string | number | null> = {
    cycle: report.cycleId,
    level: report.level,
    unit: place,
    state,
  };
  if (line) {
    const { by, group } = line;
    if (by === 'level') filter.level = group.key;
    else if (by === 'national') filter.national = group.key;
    else if (by === 'subject') filter.subject = group.key;
    else if (by === 'sector') filter.sector = group.id ?? 'none';
    else if (group.id === null) return null;
    else filter[by] = group.id;
    // Beside the units under it, a unit's line is what it entered itself.
    if (by === 'unit' && group.id === report.place.unitId) filter.own = 1;
  }
  if (filter.unit !== null && (report.view !== 'then' || report.moved)) {
    filter.view = report.view;
    filter.on = report.asOf;
  }
  const given = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]));
  return `/office/initiatives?${new URLSearchParams(given)}`;
}
