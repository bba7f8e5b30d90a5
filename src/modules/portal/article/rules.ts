import type { Level } from '#modules/organisations/unit/rules.ts';
import { changeOf, NOTHING, type Report, rate } from '#modules/reports/figures/rules.ts';

/** Figures as they were frozen when they were made public; the year before may be unknown. */
export interface PublishedFigure {
  year: number;
  level: Level;
  asOf: Date;
  registered: number;
  recognised: number;
  previousRegistered: number | null;
  previousRecognised: number | null;
  definitionVi: string;
  definitionEn: string;
}

/** A frozen figure as a report of the whole province (the unit on top), so that office and portal say the same sentence. */
export function reportOf(figure: PublishedFigure, province: string): Report {
  const { year, level, registered, recognised } = figure;
  const before =
    figure.previousRegistered === null
      ? null
      : { ...NOTHING, registered: figure.previousRegistered, recognised: figure.previousRecognised ?? 0 };
  const now = { ...NOTHING, registered, recognised };
  return {
    ...now,
    cycle: String(year),
    cycleId: 0,
    year,
    level,
    view: 'then',
    asOf: '',
    moved: false,
    place: { unitId: null, code: null, name: province, level: 'province', path: [] },
    rate: rate(recognised, registered),
    previous: before && {
      ...before,
      cycle: String(year - 1),
      year: year - 1,
      rate: rate(before.recognised, before.registered),
    },
    change: changeOf(now, before),
    groups: [],
  };
}

/** The paragraphs of a text: an empty line parts them. */
export function paragraphsOf(body: string): string[] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/** A day `yyyy-mm-dd` as news carry it: 24.02.2020. */
export function newsDay(day: string): string {
  return day.split('-').reverse().join('.');
}
