/** A row as the database gives it. */
export type Row = Record<string, unknown>;

const escaped = (value: unknown) =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const page = (title: string, body: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body><main><h1>${escaped(title)}</h1>${body}</main></body></html>`;
const row = (cells: unknown[]) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
const table = (head: string[], rows: unknown[][]) =>
  `<table><thead>${row(head)}</thead><tbody>${rows.map(row).join('')}</tbody></table>`;

/** The list as a page: the units to choose from, the total, 50 lines. */
export function listPage(lines: readonly Row[], total: unknown, units: readonly Row[]): string {
  const options = units.map((unit) => `<option value="${escaped(unit.id)}">${escaped(unit.name)}</option>`).join('');
  const rows = lines.map(
    (line) =>
      `<tr><td><a href="/office/initiatives/${line.initiative_id}?registration=${line.id}">${escaped(line.name)}</a><p>${escaped(line.registrant)} · ${escaped(line.unit)}, ${escaped(line.parent)}</p></td><td><span class="state ${escaped(line.state)}">${escaped(line.state)}</span></td><td>${escaped(line.submitted_on)}<p>${escaped(line.cycle)} · ${escaped(line.code)}</p></td></tr>`,
  );
  return page(
    'Mô hình',
    `<form><input name="q"><select name="unit">${options}</select></form><p>${escaped(total)}</p><table><tbody>${rows.join('')}</tbody></table>`,
  );
}

/** One model: its facts, its nine parts, its registrations, its history. */
export function recordPage(head: Row, registrations: readonly Row[], events: readonly Row[]): string {
  const parts = ['reason', 'objectives', 'content', 'place', 'forces', 'resources', 'outputs', 'sustaining'];
  return page(
    String(head.name),
    [
      `<p>${escaped(head.code)} · ${escaped(head.registrant)} · ${escaped(head.unit)}, ${escaped(head.parent)} · ${escaped(head.field)}</p>`,
      ...parts.map((part) => `<h2>${part}</h2><p>${escaped(head[part])}</p>`),
      table(
        ['cycle', 'level', 'state'],
        registrations.map((each) => [each.cycle, each.level, each.state, each.submitted_on, each.number]),
      ),
      table(
        ['at', 'act'],
        events.map((each) => [each.at, each.act, each.state, each.reason, each.actor_name]),
      ),
    ].join(''),
  );
}

/** Figures of a cycle beside those of the year before: by unit under the root, and by field. */
export function figuresPage(counts: readonly Row[], units: readonly Row[], cycle: number): string {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parent]));
  const root = units.find((unit) => unit.parent === null)?.id;
  const sums = new Map<unknown, number[]>();
  const add = (key: unknown, each: Row) => {
    const at = each.cycle_id === cycle ? 0 : 2;
    const sum = sums.get(key) ?? [0, 0, 0, 0];
    sum[at] = (sum[at] ?? 0) + Number(each.registered);
    sum[at + 1] = (sum[at + 1] ?? 0) + Number(each.recognised);
    sums.set(key, sum);
  };
  for (const each of counts) {
    if (each.unit_id === null) add(`field ${each.field_id}`, each);
    else {
      let unit: unknown = each.unit_id;
      while (parentOf.has(unit) && parentOf.get(unit) !== root && parentOf.get(unit) !== null)
        unit = parentOf.get(unit);
      add(unit, each);
      add('total', each);
    }
  }
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const rows = [...sums].map(([key, [now = 0, good = 0, before = 0, goodBefore = 0]]) => {
    const rate = (part: number, whole: number) => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
    return [names.get(key) ?? key, now, good, rate(good, now), now - before, rate(goodBefore, before)];
  });
  return page('Số liệu', table(['', 'registered', 'recognised', 'rate', 'change', 'rate before'], rows));
}
