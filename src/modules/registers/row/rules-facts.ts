import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { namesOrganisation, parseMark, parseSubject } from '#modules/registers/cell/rules-values.ts';
import { placeInside, readPlace } from '#modules/registers/place/rules.ts';
import type { UnitMatch, UnitWords } from '#modules/registers/place/rules-units.ts';
import type { RowContext } from './rules.ts';
import type { RowCells } from './rules-cells.ts';

const REGISTRANT_MAX = 300;

/** Who registers, and whether as a collective or as one person. Columns "Tập thể" and "Cá nhân" may be ticked or hold the names themselves. */
export function readWho(cells: RowCells, context: RowContext): { registrant: string; subject: Subject | null } {
  const collective = cells.text('collective');
  const individual = cells.text('individual');
  const named = [collective, individual].find((text) => parseMark(text) === null && /\p{L}{2}/u.test(text)) ?? '';
  const registrant = cells.text('registrant') || named;
  const ticked = [parseMark(collective) !== false, parseMark(individual) !== false] as const;
  if (registrant === '' && cells.has('registrant')) cells.problem('registrant.missing', 'registrant');
  if (registrant.length > REGISTRANT_MAX)
    cells.problem('registrant.too_long', 'registrant', { length: registrant.length, max: REGISTRANT_MAX });
  return { registrant, subject: readSubject(cells, context, ticked, registrant) };
}

/** The body that a column of units names with its place, where no column says who registers: 'Hội Nông dân xã Vĩnh Phú'; '' for a mere place. */
export function bodyInUnit(cells: RowCells): string {
  const said = cells.text('unit') || cells.text('commune');
  const isBody = /^\p{L}/u.test(said) && said.length <= REGISTRANT_MAX && readPlace(said).kind === null;
  return isBody && !['', said].includes(placeInside(said)) ? said : '';
}

function readSubject(
  cells: RowCells,
  context: RowContext,
  [collective, individual]: readonly [boolean, boolean],
  registrant: string,
): Subject | null {
  const said = parseSubject(cells.text('subject'));
  const column = cells.has('subject') ? 'subject' : cells.has('collective') ? 'collective' : 'individual';
  if (said === 'unknown') return cells.problem('subject.unknown', 'subject', { text: cells.text('subject') });
  if (said === 'both' || (collective && individual)) return cells.problem('subject.both', column);
  const marked = collective ? 'collective' : individual ? 'individual' : null;
  if (said && marked && said !== marked) return cells.problem('subject.both', column);
  const known = said ?? marked ?? context.section.subject ?? null;
  if (known) return known;
  // One column alone says the other subject by staying empty.
  if (cells.has('collective') !== cells.has('individual')) return cells.has('collective') ? 'individual' : 'collective';
  if (cells.has('collective') || cells.has('subject')) return cells.problem('subject.none', column);
  if (context.subject) return context.subject;
  if (context.about.subject) return context.about.subject;
  if (registrant === '' || namesOrganisation(registrant)) return 'collective';
  if (/^(cá nhân|ông|bà|anh|chị|cô|chú|thầy|em|đ\/c|đồng chí)\s/iu.test(registrant)) return 'individual';
  return cells.problem('subject.none', 'registrant', { text: registrant });
}

/** The unit of a row: its own cells, else the heading it stands under, else the place in the registrant's name, else the office whose list it is. */
export function readUnit(cells: RowCells, context: RowContext, registrant: string): number | null {
  const own = {
    commune: cells.text('commune'),
    district: cells.text('district'),
    unit: cells.text('unit'),
    code: cells.text('unitCode'),
  };
  const words = { ...own, district: own.district || (context.section.district ?? '') };
  const said = own.commune !== '' || own.unit !== '' || own.code !== '';
  const columns = ['commune', 'unit', 'unitCode'] as const;
  const where =
    columns.find((meaning) => cells.text(meaning) !== '') ??
    columns.find((meaning) => cells.has(meaning)) ??
    'district';
  const hasColumn = columns.some((meaning) => cells.has(meaning));
  const match = said ? matchSaid(context, words) : matchUnsaid(context, words, registrant, hasColumn);
  if ('unitId' in match) {
    if (match.kindDiffers)
      cells.note('unit.kind_differs', where, { unit: own.commune || own.unit, right: nameOf(context, match.unitId) });
    return match.unitId;
  }
  const column =
    ['unit.wrong_parent', 'unit.district_unknown'].includes(match.error) && own.district !== '' ? 'district' : where;
  return cells.problem(match.error, cells.has(column) ? column : null, match.params);
}

// Of two that bear the name the one is meant that lies where the sheet says.
function matchSaid(context: RowContext, words: UnitWords): UnitMatch {
  const match = matchWords(context, words);
  const { district } = context.title;
  if (!('error' in match) || match.error !== 'unit.ambiguous' || words.district || !district) return match;
  const second = matchWords(context, { ...words, district });
  return 'error' in second ? match : second;
}

// "Hội Nông dân xã Vĩnh Phú" in a column of units: the place inside it is meant.
function matchWords(context: RowContext, words: UnitWords): UnitMatch {
  const match = context.match(words);
  if (!('error' in match) || match.error !== 'unit.unknown') return match;
  const said = words.commune || words.unit || '';
  const inside = placeInside(said);
  if (inside === '' || inside === said) return match;
  const second = context.match({ unit: inside, district: words.district ?? '' });
  return 'error' in second && second.error === 'unit.unknown' ? match : second;
}

function matchUnsaid(context: RowContext, words: UnitWords, registrant: string, hasColumn: boolean): UnitMatch {
  const { section, title, officeId, level } = context;
  if (section.commune) return matchSaid(context, { commune: section.commune, district: words.district ?? '' });
  const office = context.units.find((unit) => unit.id === officeId);
  // A list that another office has titled is not this one's.
  const elsewhere = title.outside && !hasColumn ? context.match({ unit: title.outside }) : null;
  if (office?.level === 'commune') return elsewhere ?? { unitId: office.id, kindDiffers: false };
  const inside = hasColumn ? '' : placeInside(registrant);
  if (inside !== '') return matchSaid(context, { unit: inside, district: words.district ?? '' });
  if (words.district) return context.match(words);
  if (elsewhere) return elsewhere;
  if (title.commune || (title.district && !hasColumn)) return context.match(title);
  const fits =
    office &&
    !hasColumn &&
    level !== undefined &&
    level !== 'commune' &&
    (level === 'province' || office.level !== 'province');
  return fits ? { unitId: office.id, kindDiffers: false } : context.match({});
}

/** The field of a row: its cell, its ticked column, the heading it stands under, or the one chosen for the whole list. */
export function readField(cells: RowCells, context: RowContext): number | null {
  const text = cells.text('field');
  if (text !== '') return context.fieldOf(text) ?? cells.problem('field.unknown', 'field', { text });
  const ticked = cells.all('fieldMark').filter((one) => parseMark(one.text) !== false);
  if (ticked.length > 1) return cells.problem('field.both', ticked[0]!.column);
  if (ticked[0]) {
    const heading = context.heading.columns[ticked[0].column]?.split(' / ').at(-1) ?? '';
    return context.fieldOf(heading) ?? cells.problem('field.unknown', ticked[0].column, { text: heading });
  }
  const known =
    context.section.fieldId ?? (cells.has('field') ? null : context.about.fieldId) ?? context.fieldId ?? null;
  return known ?? cells.problem('field.missing', cells.has('field') ? 'field' : (cells.column('fieldMark') ?? null));
}

function nameOf(context: RowContext, unitId: number): string {
  return context.units.find((unit) => unit.id === unitId)?.name ?? '';
}
