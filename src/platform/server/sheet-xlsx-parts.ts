import { posix } from 'node:path';
import { type Letters, lettersOfFont, type Stretch } from '../vietnamese-legacy.ts';
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

/** What a cell style says of its cells: how numbers are shown, and the letters that its font shows. */
export type CellStyle = { format: string; letters: Letters | '' };

/** The cell styles in the order that cells refer to. */
export async function readStyles(parts: Parts, path: string): Promise<CellStyle[]> {
  const spelled = new Map<number, string>();
  const fonts: (Letters | '')[] = [];
  const styles: CellStyle[] = [];
  let inside = '';
  if (!parts.has(path)) return styles;
  await readXml(parts.text(path), {
    open(tag, attributes) {
      if (tag === 'cellXfs' || tag === 'fonts') inside = tag;
      else if (tag === 'numFmt')
        spelled.set(numberIn(attributes, 'numFmtId'), attribute(attributes, 'formatCode') ?? 'General');
      else if (tag === 'font' && inside === 'fonts') fonts.push('');
      else if (tag === 'name' && inside === 'fonts')
        fonts[fonts.length - 1] = lettersOfFont(attribute(attributes, 'val') ?? '');
      else if (tag === 'xf' && inside === 'cellXfs') {
        const id = numberIn(attributes, 'numFmtId');
        const letters = fonts[numberIn(attributes, 'fontId')] ?? '';
        styles.push({ format: spelled.get(id) ?? builtInFormat(id), letters });
      }
    },
    close(tag) {
      if (tag === inside) inside = '';
    },
  });
  return styles;
}

const numberIn = (attributes: string, name: string) => Number(attribute(attributes, name) ?? 0);

/** A text in stretches: `null` stands for the font of the cell. A text all in that font has no stretches. */
export type Runs = [Letters | '' | null, number][];

/** Gathers a text and the fonts of its stretches from the tags inside `si` or `is`. */
export class RichText {
  text = '';
  #runs: Runs = [];
  #font: Letters | '' | null = null;
  #inText = false;
  #aid = false;
  open(tag: string, attributes: string): void {
    if (tag === 'r') this.#font = null;
    else if (tag === 'rFont') this.#font = lettersOfFont(attribute(attributes, 'val') ?? '');
    // What is printed small above as a reading aid is no part of the text.
    else if (tag === 'rPh') this.#aid = true;
    else if (tag === 't') this.#inText = !this.#aid;
  }
  add(piece: string): void {
    if (!this.#inText) return;
    const text = unescapeCell(piece);
    this.text += text;
    this.#runs.push([this.#font, text.length]);
  }
  close(tag: string): void {
    if (tag === 't') this.#inText = false;
    else if (tag === 'rPh') this.#aid = false;
  }
  /** The stretches, where some font shows older letters. */
  get runs(): Runs | undefined {
    return this.#runs.some(([font]) => font) ? this.#runs : undefined;
  }
}

/** The stretches of a cell's text, where there are some in older letters: its own, else the whole in the font of its style. */
export function stretchesOf(text: string, runs: Runs | undefined, letters: Letters | ''): Stretch[] | undefined {
  if (runs) return runs.map(([font, length]) => [font ?? letters, length]);
  return letters && text ? [[letters, text.length]] : undefined;
}

/** A text of the table that cells refer to by number. */
export type Shared = { texts: string[]; runs: Map<number, Runs> };

/** The table of texts. */
export async function readStrings(parts: Parts, path: string, limits: SheetLimits): Promise<Shared> {
  const shared: Shared = { texts: [], runs: new Map() };
  let rich = new RichText();
  let characters = 0;
  if (!parts.has(path)) return shared;
  await readXml(parts.text(path), {
    open(tag, attributes) {
      if (tag === 'si') rich = new RichText();
      else rich.open(tag, attributes);
    },
    text(piece) {
      rich.add(piece);
    },
    close(tag) {
      rich.close(tag);
      if (tag !== 'si') return;
      characters += rich.text.length;
      if (characters > limits.characters) throw new SheetError('too_large');
      if (rich.runs) shared.runs.set(shared.texts.length, rich.runs);
      shared.texts.push(rich.text);
    },
  });
  return shared;
}

/** Excel writes characters that XML does not allow as _x000D_ and the like. */
export function unescapeCell(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
