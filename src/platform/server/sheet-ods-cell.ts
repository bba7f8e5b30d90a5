import { SheetError, type SheetLimits } from './sheet.ts';
import { plain } from './sheet-number.ts';
import { attribute } from './sheet-xml.ts';

/** A cell of an .ods while it is read: what its tag says, and the text of its paragraphs with the styles of their stretches. */
export class OdsCell {
  readonly type: string;
  readonly style: string;
  readonly times: number;
  readonly across: number;
  readonly down: number;
  text = '';
  /** Names of styles of text, '' for that of the cell, and how long each stretch is. */
  readonly stretches: [string, number][] = [];
  readonly #attributes: string;
  readonly #spans: string[] = [];
  #paragraphs = 0;
  #open = 0;

  constructor(attributes: string) {
    this.#attributes = attributes;
    this.type = this.value('value-type') ?? '';
    this.style = this.value('style-name') ?? '';
    this.times = whole(this.value('number-columns-repeated'));
    this.across = whole(this.value('number-columns-spanned'));
    this.down = whole(this.value('number-rows-spanned'));
  }

  value(name: string): string | undefined {
    return attribute(this.#attributes, name);
  }

  get styled(): boolean {
    return this.stretches.some(([style]) => style !== '');
  }

  open(tag: string, attributes: string): void {
    if (tag === 'p' || tag === 'h') {
      this.#open += 1;
      this.#paragraphs += 1;
      if (this.#paragraphs > 1) this.#put('\n');
    } else if (tag === 'span') this.#spans.push(attribute(attributes, 'style-name') ?? '');
    // A number of spaces as large as a file likes to say is still only a gap.
    else if (tag === 's') this.#put(' '.repeat(Math.min(whole(attribute(attributes, 'c')), 100)));
    else if (tag === 'tab') this.#put('\t');
    else if (tag === 'line-break') this.#put('\n');
  }

  add(piece: string, { characters }: SheetLimits): void {
    if (this.#open === 0) return;
    this.#put(piece.replace(/[ \t\r\n]+/g, ' '));
    if (this.text.length > characters) throw new SheetError('too_large');
  }

  close(tag: string): void {
    if (tag === 'p' || tag === 'h') this.#open -= 1;
    else if (tag === 'span') this.#spans.pop();
  }

  #put(text: string): void {
    if (text === '') return;
    this.text += text;
    this.stretches.push([this.#spans.findLast(Boolean) ?? '', text.length]);
  }
}

function whole(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isSafeInteger(number) && number > 1 ? number : 1;
}

/** A cell as the other readers show it: days as d/m/yyyy whatever the language of the file, numbers without thousands. */
export function shownOds(cell: OdsCell): string {
  const { type, text } = cell;
  const value = cell.value('value');
  if ((type === 'float' || type === 'currency') && value !== undefined)
    return /^0\d+$/.test(text) ? text : numbered(value, text);
  if (type === 'percentage' && value !== undefined) return numbered(String(Number(value) * 100), text, '%');
  if (type === 'boolean') return cell.value('boolean-value') === 'true' ? 'TRUE' : 'FALSE';
  const day = /^(\d{4})-0?(\d+)-0?(\d+)/.exec(cell.value('date-value') ?? '');
  // A month or a year alone is shown as such; a whole day in one order.
  if (type === 'date' && day && (text === '' || /\d\D+\d+\D+\d/.test(text))) return `${day[3]}/${day[2]}/${day[1]}`;
  if (text !== '') return text;
  const formula = cell.value('formula');
  return cell.value('string-value') ?? (formula === undefined ? '' : `=${formula.replace(/^\w+:=?/, '')}`);
}

function numbered(value: string, text: string, sign = ''): string {
  const number = Number(value);
  return Number.isFinite(number) ? plain(number) + sign : text;
}
