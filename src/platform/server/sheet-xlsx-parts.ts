import { posix } from 'node:path';
import { type Sheet, SheetError, type SheetLimits } from './sheet.ts';
import { builtInFormat } from './sheet-number.ts';
import { attribute, readXml } from './sheet-xml.ts';
import type { Parts } from './sheet-zip.ts';

export type SheetPart = Pick<Sheet, 'name'> & { path: string };
export type Workbook = { sheets: SheetPart[]; from1904: boolean; strings: string; styles: string };

/** The visible work sheets of a workbook in their order, with the paths of their parts. */
export async function readWorkbook(parts: Parts): Promise<Workbook> {
  const named: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(parts.text('xl/workbook.xml'), {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '');
      named.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '', hidden });
    },
    close() {},
  });
  const relations = await readRelations(parts);
  const known = named.flatMap(({ id, ...sheet }) => {
    const relation = relations.get(id);
    return relation?.type === 'worksheet' ? [{ ...sheet, path: relation.path }] : [];
  });
  const shown = known.filter((sheet) => !sheet.hidden);
  const path = (type: string, usual: string) => [...relations.values()].find((one) => one.type === type)?.path ?? usual;
  return {
    sheets: shown.length > 0 ? shown : known,
    from1904,
    strings: path('sharedStrings', 'xl/sharedStrings.xml'),
    styles: path('styles', 'xl/styles.xml'),
  };
}

async function readRelations(parts: Parts): Promise<Map<string, { type: string; path: string }>> {
  const relations = new Map<string, { type: string; path: string }>();
  await readXml(parts.text('xl/_rels/workbook.xml.rels'), {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1)!;
      relations.set(attribute(attributes, 'Id') ?? '', { type, path });
    },
    close() {},
  });
  return relations;
}

/** The number format of each cell style, in the order that cells refer to. */
export async function readFormats(parts: Parts, path: string): Promise<string[]> {
  const spelled = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  if (!parts.has(path)) return formats;
  await readXml(parts.text(path), {
    open(tag, attributes) {
      if (tag === 'cellXfs') inCells = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (tag === 'numFmt') spelled.set(id, attribute(attributes, 'formatCode') ?? 'General');
      else if (tag === 'xf' && inCells) formats.push(spelled.get(id) ?? builtInFormat(id));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** The table of texts that cells refer to by number; what is printed small above them as a reading aid is left out. */
export async function readStrings(parts: Parts, path: string, limits: SheetLimits): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let aid = false;
  let characters = 0;
  if (!parts.has(path)) return strings;
  await readXml(parts.text(path), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') aid = true;
      else if (tag === 't') inText = !aid;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') aid = false;
      else if (tag === 'si') {
        characters += text.length;
        if (characters > limits.characters) throw new SheetError('too_large');
        strings.push(unescapeCell(text));
      }
    },
  });
  return strings;
}

/** Excel writes characters that XML does not allow as _x000D_ and the like. */
export function unescapeCell(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
