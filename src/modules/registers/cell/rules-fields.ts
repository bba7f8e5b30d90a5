import { fold } from '#platform/vietnamese.ts';

/** A field (lĩnh vực) of the movement as rules need it; `synonyms` are other words of the province for it. */
export type FieldName = { id: number; code: string; name: string; synonyms?: readonly string[] };

type Idea = 'economy' | 'culture' | 'society' | 'defence' | 'security' | 'politics' | 'countryside';

// Longer phrases first: 'trật tự an toàn xã hội' is security, not society.
const PHRASES: readonly [string, readonly Idea[]][] = [
  ['trat tu an toan xa hoi', ['security']],
  ['xay dung nong thon moi', ['countryside']],
  ['an ninh chinh tri', ['security']],
  ['an ninh trat tu', ['security']],
  ['he thong chinh tri', ['politics']],
  ['xay dung chinh quyen', ['politics']],
  ['xay dung dang', ['politics']],
  ['doan the', ['politics']],
  ['mat tran', ['politics']],
  ['chinh quyen', ['politics']],
  ['nong thon moi', ['countryside']],
  ['quoc phong', ['defence']],
  ['quan su', ['defence']],
  ['an ninh', ['security']],
  ['van hoa', ['culture']],
  ['xa hoi', ['society']],
  ['kinh te', ['economy']],
  ['xdhtct', ['politics']],
  ['antt', ['security']],
  ['attxh', ['security']],
  ['ttatxh', ['security']],
  ['anqp', ['defence', 'security']],
  ['qpan', ['defence', 'security']],
  ['vhxh', ['culture', 'society']],
  ['ptkt', ['economy']],
  ['htct', ['politics']],
  ['xdd', ['politics']],
  ['ntm', ['countryside']],
  ['dang', ['politics']],
  ['vh', ['culture']],
  ['xh', ['society']],
  ['qp', ['defence']],
  ['an', ['security']],
  ['kt', ['economy']],
  ['ct', ['politics']],
];
const FILLERS =
  /^(linh|vuc|ve|va|phat|trien|xay|dung|xd|trong|sach|vung|manh|the|cong|tac|nhom|thuoc|o|co|so|[ivx]+|\d+)$/;

/** The field that a cell names: by code, by name, or by the ideas in it ('VH-XH', 'An ninh – quốc phòng', 'Xây dựng Đảng'); null when none or several fit. */
export function parseField(text: string, fields: readonly FieldName[]): number | null {
  const words = fold(text)
    .replace(/^(\d+|[ivx]+) (?=.)/, '')
    .replace(/^(thuoc )?linh vuc /, '');
  const same = fields.filter((field) =>
    [field.code, field.name, ...(field.synonyms ?? [])].some((one) => fold(one) === words),
  );
  if (same.length === 1) return same[0]!.id;
  const ideas = ideasOf(words);
  if (!ideas || ideas.size === 0) return null;
  const fitting = fields.filter((field) => {
    const own = ideasOf(fold(field.name)) ?? new Set();
    return [...ideas].every((idea) => own.has(idea));
  });
  return fitting.length === 1 ? fitting[0]!.id : null;
}

/** The ideas that folded words name; null when other words are left over, so that a sentence is not taken for a field. */
export function ideasOf(words: string): Set<Idea> | null {
  const ideas = new Set<Idea>();
  let rest = ` ${words} `;
  for (const [phrase, named] of PHRASES) {
    const at = rest.indexOf(` ${phrase} `);
    if (at < 0) continue;
    for (const idea of named) ideas.add(idea);
    rest = rest.replaceAll(` ${phrase} `, ' ');
  }
  return rest.split(' ').every((word) => word === '' || FILLERS.test(word)) ? ideas : null;
}
