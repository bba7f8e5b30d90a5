import type { Translate } from '#platform/i18n.ts';
import { type By, changeOf, type Figure, type Group, type Report, rate } from './rules.ts';

/** A report by one division as a plain table: heads, and for each line a text or number; null where there is none. */
export interface Sheet {
  columns: { title: string; kind: 'text' | 'number'; width: number }[];
  rows: (string | number | null)[][];
}

/** The table that leaves the page: figures of both years side by side, and a total unless levels are listed. */
export function sheetOf(report: Report, by: By, groups: readonly Group[], t: Translate): Sheet {
  const { previous } = report;
  const year = previous ? String(previous.year) : '';
  const number = (key: string) => ({ title: t(`figures.column.${key}`, { year }), kind: 'number' as const, width: 14 });
  const now = ['registered', 'recognised', 'rate_percent'].map(number);
  const then = ['previous_registered', 'previous_recognised', 'previous_rate'].map(number);
  const change = ['change_registered', 'change_recognised', 'change_rate'].map(number);
  const rows = groups.map((group) => lineOf(group.label, group.code, group, group.previous, previous !== null));
  // Levels are never added: a model at three levels would be three.
  if (by !== 'level') rows.push(lineOf(t('figures.column.total'), null, report, previous, previous !== null));
  return {
    columns: [
      { title: t(`figures.by.${by}`), kind: 'text', width: 38 },
      { title: t('figures.column.code'), kind: 'text', width: 14 },
      ...now,
      ...(previous ? [...then, ...change] : []),
    ],
    rows,
  };
}

function lineOf(label: string, code: string | null, now: Figure, then: Figure | null, compared: boolean) {
  const three = (figure: Figure | null) =>
    figure ? [figure.registered, figure.recognised, rate(figure.recognised, figure.registered)] : [null, null, null];
  const change = changeOf(now, then);
  const changes = change ? [change.registered, change.recognised, change.rate] : [null, null, null];
  return [label, code, ...three(now), ...(compared ? [...three(then), ...changes] : [])];
}
