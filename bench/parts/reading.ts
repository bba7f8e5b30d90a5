import { compared, type Load, type Target } from '../load.ts';
import { sqlRate } from '../sql.ts';
import { FIGURES, LISTS, type List, RECORD } from '../statements.ts';
import { type Check, type Line, perSecond } from '../table.ts';
import type { Facts, World } from '../world.ts';

/** A page or an answer that is read: where, as whom, and what its budget says. */
export interface Page {
  what: string;
  path: string;
  as: string;
  most?: { queries?: number; bytes?: number };
  /** The same work on the thin server, and the least share of its speed; no share: told, but not in the budget. */
  thin?: { path: string; share?: number };
  sql?: { text: string; values: unknown[] };
  /** How many ask at once, where it takes so long that a round would end before its first answer. */
  at?: number;
}

const LIST = '/office/initiatives';
const thinList = (kind: string, of: List, { current }: Facts, value?: string | number) =>
  `/${kind}?of=${of}&tree=${current}${value === undefined ? '' : `&value=${encodeURIComponent(value)}`}`;

/** Every list of 50: the models in full, the others by what they ask and weigh. */
export function lists(facts: Facts): Page[] {
  const other = (what: string, path: string, as = 'tinh', at?: number): Page => ({
    what,
    path,
    as,
    ...(at && { at }),
    most: { queries: 6, bytes: 60_000 },
  });
  const cycle = { text: LISTS.cycle.lines, values: [facts.current] };
  const all = { text: LISTS.all.lines, values: [] };
  const json = { queries: 6 };
  const html = { queries: 6, bytes: 60_000 };
  return [
    {
      what: 'list of 50, running cycle, JSON',
      path: `${LIST}/list.json`,
      as: 'tinh',
      most: json,
      thin: { path: thinList('list.json', 'cycle', facts, facts.current), share: 0.5 },
      sql: cycle,
    },
    {
      what: 'list of 50, every cycle, JSON',
      path: `${LIST}/list.json?cycle=all`,
      as: 'tinh',
      most: json,
      thin: { path: thinList('list.json', 'all', facts), share: 0.5 },
      sql: all,
    },
    {
      what: 'list of 50, running cycle, page',
      path: LIST,
      as: 'tinh',
      most: html,
      thin: { path: thinList('list', 'cycle', facts, facts.current), share: 0.3 },
      sql: cycle,
    },
    {
      what: 'list of 50, every cycle, page',
      path: `${LIST}?cycle=all`,
      as: 'tinh',
      most: html,
      thin: { path: thinList('list', 'all', facts), share: 0.3 },
      sql: all,
    },
    { what: 'the same for a district', path: `${LIST}?cycle=all`, as: 'huyen', most: html },
    { what: 'the same for the administrator', path: `${LIST}?cycle=all`, as: 'quantri', most: html },
    other('queue of appraisals, page', '/office/appraisals'),
    other('decisions, page', '/office/decisions'),
    other('the same for a commune', '/office/decisions', 'xa'),
    other('the same for a sector, one at a time', '/office/decisions', 'hoi', 1),
    other('upkeep, page, one at a time', '/office/upkeep', 'tinh', 1),
    other('the same for a sector, one at a time', '/office/upkeep', 'hoi', 1),
    other('registers, page', '/office/registers'),
    other('people, page', '/office/people', 'quantri'),
    other('audit, page', '/office/audit', 'quantri'),
    other('units, page', '/office/units'),
  ];
}

export function record({ model }: Facts): Page[] {
  return [
    {
      what: 'one initiative with its history, page',
      path: `${LIST}/${model}`,
      as: 'tinh',
      most: { queries: 8, bytes: 60_000 },
      thin: { path: `/record?id=${model}`, share: 0.25 },
      sql: { text: RECORD.head, values: [model] },
    },
  ];
}

export const FIGURES_PAGE = '/office/figures?cycle=2019';

export function figures({ year, before }: Facts): Page[] {
  return [
    {
      what: 'province dashboard: 2019 beside 2018, page',
      path: FIGURES_PAGE,
      as: 'tinh',
      most: { queries: 6, bytes: 80_000 },
      thin: { path: `/figures?cycle=${year}&before=${before}`, share: 0.5 },
      sql: { text: FIGURES, values: [year, before] },
    },
    { what: 'home page of the provincial office', path: '/office', as: 'tinh', most: { queries: 6, bytes: 80_000 } },
  ];
}

/** The phrase as typed with marks, as typed without them, and as the folded text holds it. */
const PHRASE = { marked: 'hũ gạo', plain: 'hu gao', folded: '%hu gao%' };

export function searches(facts: Facts): Page[] {
  const most = { queries: 3, bytes: 60_000 };
  const page = (what: string, q: string, folded: string, share?: number): Page => ({
    what: `search, ${what}, page`,
    path: `${LIST}?cycle=all&q=${encodeURIComponent(q)}`,
    as: 'tinh',
    most,
    thin: { path: thinList('list', 'search', facts, folded), ...(share && { share }) },
    sql: { text: LISTS.search.lines, values: [folded] },
  });
  return [
    page(`with marks “${PHRASE.marked}”`, PHRASE.marked, PHRASE.folded, 0.5),
    page(`without marks “${PHRASE.plain}”`, PHRASE.plain, PHRASE.folded, 0.5),
    page('frequent phrase “phụ nữ”', 'phụ nữ', '%phu nu%'),
    page('no hit', 'khongcogi', '%khongcogi%'),
  ];
}

/** The line of a page, its cost given: under load, beside the thin server and the statement alone. */
export async function measured(
  world: World,
  page: Page,
  cost: { queries: string[]; bytes: number },
): Promise<Line & { rate: number }> {
  const { options, site, thin, url } = world;
  const product: Target = {
    origin: site.origin,
    pid: site.pid,
    ask: page.path,
    headers: world.as(page.as),
    ...(page.at && { connections: page.at }),
  };
  const bare: Target | undefined = page.thin && { origin: thin.origin, pid: thin.pid, ask: page.thin.path };
  const targets = bare ? [product, bare] : [product];
  const [found, beside] = (await compared(url, targets, options.seconds)) as [Load, Load?];
  const { sql } = page;
  const alone =
    sql && (await sqlRate(url, { name: 'alone', text: sql.text, values: () => sql.values }, options.seconds));
  const share = beside ? found.perSecond / beside.perSecond : 0;
  return {
    what: page.what,
    queries: cost.queries.length,
    bytes: cost.bytes,
    speed: told(found),
    beside: [...(alone ? [`SQL ${perSecond(alone)}`] : []), ...(beside ? [besideThin(found, beside)] : [])].join('; '),
    checks: checksOf(page, cost, share),
    rate: found.perSecond,
  };
}

/** A rate with its waiting times and the processor time of each answer. */
export const told = ({ perSecond: rate, p50, p97, cpu }: Load) =>
  `${perSecond(rate)}, p50 ${p50} ms, p97 ${p97} ms, ${cpu.toFixed(1)} ms CPU`;

/** The thin server's rate, and which share of it the product reaches, by rate and by processor time. */
export const besideThin = (product: Load, thin: Load) =>
  `thin ${perSecond(thin.perSecond)} (${(product.perSecond / thin.perSecond).toFixed(2)} ×), ${thin.cpu.toFixed(1)} ms CPU (${(thin.cpu / product.cpu).toFixed(2)} ×)`;

function checksOf({ most, thin }: Page, cost: { queries: string[]; bytes: number }, share: number): Check[] {
  const { queries, bytes } = most ?? {};
  return [
    ...(queries === undefined ? [] : [[`≤ ${queries} queries`, cost.queries.length <= queries] as Check]),
    ...(bytes === undefined ? [] : [[`≤ ${bytes / 1000} kB`, cost.bytes <= bytes] as Check]),
    ...(thin?.share === undefined ? [] : [[`≥ ${thin.share} × thin`, share >= thin.share] as Check]),
  ];
}
