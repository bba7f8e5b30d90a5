import type { Level } from '#modules/organisations/unit/rules.ts';
import { ideasOf } from '#modules/registers/cell/rules-fields.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { settled } from '#modules/registers/cell/rules-letters.ts';
import { parseListDay, parseMark, parseSubject, parseVerdict } from '#modules/registers/cell/rules-values.ts';
import { placeInside } from '#modules/registers/place/rules.ts';
import { looksLikeUnit } from '#modules/registers/place/rules-units.ts';
import { fold } from '#platform/vietnamese.ts';
import { guessMeanings, headingWords, levelNamed, type Meaning, namesDecision } from './rules-meanings.ts';

/** Which column (counted from 0) holds what; columns that are not in it are not read. */
export type Mapping = Readonly<Record<number, Meaning>>;

const SAMPLE = 200;

/** Suggests what each column holds from the words over it and, where they leave doubt, from the cells below it. `list` says what year and level the list is of. A person may correct it. */
export function suggestMapping(
  columns: readonly string[],
  lines: readonly RegisterLine[] = [],
  list: ListFacts = {},
): Mapping {
  const sample = settled(lines.slice(0, SAMPLE));
  const looks = columns.map((heading, column) =>
    lookAt(
      sample.map(({ cells }) => cells[column] ?? ''),
      heading,
    ),
  );
  const mapping: Record<number, Meaning> = {};
  const taken = new Map<Meaning, string | undefined>();
  const guesses = columns
    .flatMap((heading, column) =>
      guessMeanings(heading).map(({ meaning, weight, under }) => ({
        column,
        meaning,
        under,
        weight:
          weight +
          leaning(meaning, looks[column]!) +
          pairing(meaning, columns, column) +
          ofList(meaning, heading, list),
      })),
    )
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.column - b.column);
  for (const { column, meaning, under } of guesses) {
    const beside = meaning === 'fieldMark' || (under !== undefined && taken.get(meaning) === under);
    if (column in mapping || (taken.has(meaning) && !beside)) continue;
    mapping[column] = meaning;
    taken.set(meaning, under);
  }
  return withResults(withoutContradictions(mapping, columns, looks), columns, looks, list);
}

/** What is known of a whole list before it is read. */
export type ListFacts = { year?: number | undefined; level?: Level | undefined };

const VERDICTS: readonly Meaning[] = ['result', 'recognised', 'notRecognised'];

// Of 'Kết quả năm 2018' and 'Kết quả năm 2019' that of the list's own year counts, else the later one; none of a year before is a result of
// this one, and none of another level.
function ofList(meaning: Meaning, heading: string, { year, level }: ListFacts): number {
  const said = Number(/20\d\d/.exec(heading)?.[0] ?? 0);
  if (!VERDICTS.includes(meaning)) return said / 10_000;
  const named = level && levelNamed(heading);
  if (named && named !== level) return -20;
  if (year === undefined || said === 0) return said / 10_000;
  return said === year ? 1 : said < year ? -20 : 0;
}

/** The mapping below a further heading: where its words are those of the first, its columns are read as that one's are. */
export function mappingBelow(
  columns: readonly string[],
  lines: readonly RegisterLine[],
  first: { columns: readonly string[]; mapping: Mapping },
  list: ListFacts = {},
): Mapping {
  const mapping: Record<number, Meaning> = { ...suggestMapping(columns, lines, list) };
  const firstOf = new Map(first.columns.map((words, column) => [headingWords(words), first.mapping[column]]));
  columns.forEach((words, column) => {
    const before = words.trim() === '' ? undefined : firstOf.get(headingWords(words));
    if (before) mapping[column] = before;
  });
  return mapping;
}

// 'TT' numbers the rows, unless it stands beside 'CN': then the two are collective and individual.
function pairing(meaning: Meaning, columns: readonly string[], column: number): number {
  const last = (i: number) => headingWords((columns[i] ?? '').split(' / ').at(-1)!);
  if (last(column) !== 'tt' || (meaning !== 'number' && meaning !== 'collective')) return 0;
  const paired = last(column + 1) === 'cn' || last(column - 1) === 'cn';
  return paired === (meaning === 'collective') ? 6 : -6;
}

/** Columns over which offices tick or write: what share of the filled cells looks like what. */
type Look = {
  filled: number;
  marks: number;
  /** What is no tick, no figure and not the heading come again. */
  others: number;
  numbers: number;
  units: number;
  fields: number;
  verdicts: number;
  /** Verdicts in words: 'Đạt', 'Không công nhận'. */
  results: number;
  /** True where the number of a decision is asked for. */
  decisions: boolean;
  /** Places inside other words: 'Ấp Kinh Mới, xã Phú Mỹ'. Asked only where no column says where. */
  placed: () => number;
  subjects: number;
  days: number;
  letters: number;
};

const isResult = (cell: string) => /^(khong |chua )?(duoc )?(dat|cong nhan)$/.test(fold(cell));

function lookAt(all: readonly string[], heading: string): Look {
  const cells = all.filter((cell) => cell !== '' && cell.length < 2000);
  const share = (is: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
  return {
    filled: cells.length,
    marks: share((cell) => parseMark(cell) === true),
    others: share((cell) => parseMark(cell) === null && !/^\(?\d+([.,]\d+)*\)?$/.test(cell) && !heading.endsWith(cell)),
    numbers: share((cell) => /^\d+([.,]\d+)*\.?$/.test(cell)),
    units: share(looksLikeUnit),
    fields: share((cell) => (ideasOf(fold(cell))?.size ?? 0) > 0),
    verdicts: share((cell) => parseVerdict(cell) !== 'unknown'),
    results: cells.some(isResult) ? share((cell) => isResult(cell) || parseVerdict(cell) === null) : 0,
    decisions: namesDecision(heading),
    placed: () => share((cell) => cell.length < 120 && placeInside(cell) !== ''),
    subjects: share((cell) => ['collective', 'individual'].includes(parseSubject(cell) ?? '')),
    days: share((cell) => parseListDay(cell) !== null),
    letters: cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length,
  };
}

// What the cells add to or take from what the words say; an empty column leaves the words alone.
function leaning(meaning: Meaning, look: Look): number {
  if (look.filled === 0) return 0;
  const ticked = look.marks > 0.7;
  switch (meaning) {
    case 'number':
      return look.numbers > 0.6 && !(ticked && look.filled > 1) ? 2 : ticked ? -6 : 0;
    case 'name':
      return ticked || look.numbers > 0.8 ? -8 : look.units > 0.8 ? -4 : look.letters > 15 ? 1 : 0;
    case 'registrant':
      return ticked || look.subjects > 0.8 ? -8 : look.units > 0.7 ? -5 : 0;
    case 'unit':
    case 'commune':
    case 'district':
      return ticked
        ? -8
        : look.units > 0.5
          ? 4
          : look.letters > 45
            ? -6
            : meaning === 'unit' && look.numbers < 0.5
              ? -2
              : 0;
    case 'unitCode':
      return look.numbers > 0.6 ? 3 : -8;
    case 'field':
      return look.fields > 0.5 ? 3 : 0;
    case 'subject':
      return look.subjects > 0.5 ? 4 : ticked ? -3 : look.letters > 12 ? -5 : 0;
    case 'collective':
    case 'individual':
      return ticked ? 2 : look.numbers > 0.6 && look.marks < 0.3 ? -4 : 0;
    case 'result':
    case 'recognised':
    case 'notRecognised':
      if (look.decisions && look.numbers > 0.6) return 3;
      return look.verdicts > 0.5 ? 3 : look.letters > 25 || look.numbers > 0.6 ? -8 : 0;
    case 'submittedOn':
      return look.days > 0.5 ? 3 : -3;
    default:
      return ticked ? -4 : 0;
  }
}

const ASKED = /(?:^| )(?:de nghi|de xuat|dang ky|du kien|phan dau|tu|nam truoc)(?: |$)/;

// Nothing says who was recognised: a column whose cells all say so does, whatever stands over it, unless it speaks of what is asked for, of
// another year or of another level.
function withResults(mapping: Mapping, columns: readonly string[], looks: readonly Look[], list: ListFacts): Mapping {
  if (Object.values(mapping).some((meaning) => VERDICTS.includes(meaning))) return mapping;
  const column = columns.findIndex(
    (heading, at) =>
      !(at in mapping) &&
      looks[at]!.filled >= 2 &&
      looks[at]!.results > 0.8 &&
      !ASKED.test(headingWords(heading)) &&
      ofList('result', heading, list) >= 0,
  );
  return column < 0 ? mapping : { ...mapping, [column]: 'result' };
}

function withoutContradictions(
  mapping: Record<number, Meaning>,
  columns: readonly string[],
  looks: readonly Look[],
): Mapping {
  const columnOf = (meaning: Meaning) => Number(Object.entries(mapping).find(([, one]) => one === meaning)?.[0] ?? -1);
  // Nothing says where: a column whose cells all name places does, whatever stands over it.
  if (['unit', 'commune', 'unitCode', 'district'].every((meaning) => columnOf(meaning as Meaning) < 0)) {
    const place = columns.findIndex(
      (_heading, column) => !(column in mapping) && looks[column]!.filled >= 3 && looks[column]!.units > 0.8,
    );
    const address = columnOf('place');
    if (place >= 0) mapping[place] = 'unit';
    else if (address >= 0 && looks[address]!.filled >= 2 && looks[address]!.placed() > 0.8) mapping[address] = 'unit';
  }
  // "Địa bàn" beside "Xã" and "Huyện" is where in the commune, not a second commune.
  if (columnOf('unit') >= 0 && columnOf('commune') >= 0) {
    const unit = columnOf('unit');
    if (looks[unit]!.units > 0.5 && columnOf('district') < 0) mapping[unit] = 'district';
    else if (columnOf('registrant') < 0) mapping[unit] = 'registrant';
    else delete mapping[unit];
  }
  // A column for each field, ticked, without the word 'Lĩnh vực' over them.
  if (columnOf('field') < 0 && columnOf('fieldMark') < 0) {
    const named = columns.flatMap((heading, column) =>
      !(column in mapping) && (ideasOf(headingWords(heading.split(' / ').at(-1)!))?.size ?? 0) > 0 ? [column] : [],
    );
    if (
      named.length > 1 &&
      named.every((column) => looks[column]!.others === 0) &&
      named.some((column) => looks[column]!.marks > 0)
    )
      for (const column of named) mapping[column] = 'fieldMark';
  }
  // Without a column of names the first column of contents holds them.
  if (columnOf('name') < 0 && columnOf('content') >= 0) mapping[columnOf('content')] = 'name';
  return mapping;
}
