/** One line of the table. A check is a part of the budget, and whether it was kept. */
export interface Line {
  what: string;
  queries?: number | undefined;
  bytes?: number | undefined;
  speed: string;
  /** What was measured beside it in the same run. */
  beside?: string;
  checks: Check[];
}
export type Check = [budget: string, holds: boolean];

/** `what ≤ most`, as a check. */
export const atMost = (what: string, measured: number | undefined, most: number): Check[] =>
  measured === undefined ? [] : [[what, measured <= most]];

const HEAD = ['what', 'queries', 'bytes', 'speed', 'beside', 'budget', 'holds'];

/** The lines as one Markdown table. */
export function markdown(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    line.queries === undefined ? '' : String(line.queries),
    line.bytes === undefined ? '' : kilobytes(line.bytes),
    line.speed,
    line.beside ?? '',
    line.checks.map(([budget]) => budget).join('; '),
    verdict(line.checks),
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function verdict(checks: readonly Check[]): string {
  const missed = checks.filter(([, holds]) => !holds).map(([budget]) => budget);
  if (checks.length === 0) return '';
  return missed.length === 0 ? 'yes' : `**no**: ${missed.join('; ')}`;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
export const perSecond = (rate: number) =>
  `${rate < 100 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en-US')}/s`;
export const duration = (ms: number) =>
  ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
