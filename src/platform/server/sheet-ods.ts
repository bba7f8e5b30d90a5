import type { Letters, Stretch } from '../vietnamese-legacy.ts';
import { type Sheet, type SheetCounter, SheetError, type SheetLimits, type SheetRow, trimRow } from './sheet.ts';
import { OdsCell, shownOds } from './sheet-ods-cell.ts';
import { OdsStyles } from './sheet-ods-styles.ts';
import { attribute, readXml } from './sheet-xml.ts';
import type { Parts } from './sheet-zip.ts';

const LIST = 'META-INF/manifest.xml';
const MAX_COLUMN = 16_384;
const MAX_MERGES = 100_000;
// What lies over the sheet or beside it: notes, pictures, text boxes, buttons. Their paragraphs are no text of a cell.
const BESIDE = new Set(
  'annotation frame custom-shape g line rect connector control shapes forms dde-links tracked-changes note'.split(' '),
);

/** Every visible sheet of an .ods as texts. What it repeats is counted before it is written out, so that memory stays bounded. */
export async function readOds(parts: Parts, counter: SheetCounter, limits: SheetLimits): Promise<Sheet[]> {
  const styles = new OdsStyles();
  if (parts.has('styles.xml'))
    await readXml(parts.text('styles.xml'), {
      open: (tag, attributes) => styles.open(tag, attributes),
      close: (tag) => styles.close(tag),
    });
  const body = new OdsBody(styles, counter, limits);
  await readXml(parts.text('content.xml'), body);
  const sheets = body.sheets ?? refuseText();
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return (shown.length > 0 ? shown : sheets).map(({ name, rows, merges }) => ({ name, rows, merges }));
}

/** True for a file with a password: its parts are no XML any more, and only its list of parts says so. */
export async function isLocked(parts: Parts): Promise<boolean> {
  if (!parts.has(LIST)) return false;
  // Looked for as text: older programs write a DOCTYPE into this part.
  let before = '';
  for await (const piece of parts.text(LIST)) {
    if ((before + piece).includes('encryption-data')) return true;
    before = piece.slice(-20);
  }
  return false;
}

function refuseText(): never {
  throw new SheetError('not_a_sheet');
}

class OdsBody {
  /** There once the body is a spreadsheet's; a letter has none. */
  sheets: (Sheet & { hidden: boolean })[] | undefined;
  readonly #styles: OdsStyles;
  readonly #counter: SheetCounter;
  readonly #limits: SheetLimits;
  #sheet: (Sheet & { hidden: boolean }) | undefined;
  #beside = 0;
  #tables = 0;
  #number = 0;
  #times = 1;
  #row: SheetRow = { number: 0, cells: [] };
  #column = 0;
  #cell: OdsCell | undefined;
  #columnStyles: { until: number; style: string }[] = [];
  #rowStyle = '';

  constructor(styles: OdsStyles, counter: SheetCounter, limits: SheetLimits) {
    this.#styles = styles;
    this.#counter = counter;
    this.#limits = limits;
  }

  open(tag: string, attributes: string): void {
    if (this.#beside > 0 || BESIDE.has(tag)) this.#beside += 1;
    else if (tag === 'spreadsheet') this.sheets = [];
    else if (tag === 'table') this.#openTable(attributes);
    else if (this.#tables !== 1) this.#styles.open(tag, attributes);
    else if (tag === 'table-column') this.#openColumn(attributes);
    else if (tag === 'table-row') this.#openRow(attributes);
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#cell = new OdsCell(attributes);
    else this.#cell?.open(tag, attributes);
  }

  text(piece: string): void {
    if (this.#beside === 0 && this.#tables === 1) this.#cell?.add(piece, this.#limits);
  }

  close(tag: string): void {
    if (this.#beside > 0) this.#beside -= 1;
    else if (tag === 'table') this.#closeTable();
    else if (this.#tables !== 1) this.#styles.close(tag);
    else if (tag === 'table-row') this.#closeRow();
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else this.#cell?.close(tag);
  }

  // A table inside a cell is no part of the sheet.
  #openTable(attributes: string): void {
    this.#tables += 1;
    if (this.#tables > 1 || !this.sheets) return;
    const hidden = this.#styles.hides(attribute(attributes, 'style-name') ?? '');
    this.#sheet = { name: attribute(attributes, 'name') ?? '', rows: [], merges: [], hidden };
    this.#number = 0;
    this.#columnStyles = [];
  }

  #closeTable(): void {
    this.#tables -= 1;
    if (this.#tables > 0 || !this.#sheet) return;
    this.sheets?.push(this.#sheet);
    if ((this.sheets?.length ?? 0) > this.#limits.entries) throw new SheetError('too_large');
    this.#sheet = undefined;
  }

  #openColumn(attributes: string): void {
    const from = this.#columnStyles.at(-1)?.until ?? 0;
    const until = from + times(attributes, 'number-columns-repeated');
    if (from < MAX_COLUMN)
      this.#columnStyles.push({ until, style: attribute(attributes, 'default-cell-style-name') ?? '' });
  }

  #openRow(attributes: string): void {
    this.#times = times(attributes, 'number-rows-repeated');
    this.#row = { number: this.#number + 1, cells: [] };
    this.#rowStyle = attribute(attributes, 'default-cell-style-name') ?? '';
    this.#column = 0;
  }

  #closeRow(): void {
    const from = this.#number;
    this.#number += this.#times;
    if (!trimRow(this.#row.cells)) return;
    for (let at = 1; at <= this.#times; at += 1) {
      this.#counter.row(this.#row.cells);
      this.#sheet?.rows.push(at === 1 ? this.#row : { ...this.#row, number: from + at });
    }
  }

  #closeCell(): void {
    const cell = this.#cell!;
    this.#cell = undefined;
    const [from, until] = [this.#column, this.#column + cell.times];
    this.#column = until;
    this.#merge(cell, from);
    const text = shownOds(cell);
    if (text === '') return;
    const { cells } = this.#row;
    for (let column = from; column < Math.min(until, MAX_COLUMN); column += 1) {
      while (cells.length < column) cells.push('');
      cells[column] = text;
      const fonts = this.#fonts(cell, column, text);
      if (fonts) {
        this.#row.fonts ??= {};
        this.#row.fonts[column] = fonts;
      }
    }
  }

  #merge({ across, down }: OdsCell, left: number): void {
    if (across * down < 2 || left >= MAX_COLUMN || !this.#sheet) return;
    const { merges } = this.#sheet;
    if (merges.length >= MAX_MERGES) throw new SheetError('too_large');
    const top = this.#number + 1;
    merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 });
  }

  #fonts(cell: OdsCell, column: number, text: string): Stretch[] | undefined {
    const style = cell.style || this.#rowStyle || (this.#columnStyles.find(({ until }) => column < until)?.style ?? '');
    const own = this.#styles.lettersOf('table-cell', style) ?? '';
    if (!cell.styled) return own ? [[own, text.length]] : undefined;
    const stretches = cell.stretches.map(([name, length]): Stretch => [this.#lettersIn(name, own), length]);
    return stretches.some(([letters]) => letters !== '') ? stretches : undefined;
  }

  #lettersIn(style: string, own: Letters | ''): Letters | '' {
    return style === '' ? own : (this.#styles.lettersOf('text', style) ?? own);
  }
}

function times(attributes: string, name: string): number {
  const said = Number(attribute(attributes, name) ?? 1);
  return Number.isSafeInteger(said) && said > 1 ? said : 1;
}
