import { SheetError } from './sheet.ts';

/** What a reader of XML does at each tag and text. Names come without their prefix; `attributes` is the raw text of a start tag. */
export type XmlReader = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text?(text: string): void;
};

const LONGEST = 4 * 1024 * 1024;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its five named and its numbered entities resolved; there are no others, since a DOCTYPE is refused. */
function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name.toLowerCase()]!;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of one attribute out of the raw text of a start tag, with or without a prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined;
}

/** Reads XML in pieces with bounded memory: only an unfinished tag or text waits for the next piece. Broken XML is a SheetError. */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  let rest = '';
  let anything = false;
  const open: string[] = [];
  for await (const piece of pieces) {
    const xml = rest + piece;
    rest = take(xml, reader, open);
    anything ||= rest.length < xml.length;
    if (rest.length > LONGEST) throw new SheetError('broken');
  }
  if (open.length > 0 || !anything || rest.trim() !== '') throw new SheetError('broken');
}

function take(xml: string, reader: XmlReader, open: string[]): string {
  let at = 0;
  for (;;) {
    const tag = xml.indexOf('<', at);
    if (tag < 0) return xml.slice(at);
    const end = tagEnd(xml, tag);
    if (end < 0) return xml.slice(at);
    if (tag > at && open.length > 0) reader.text?.(unescapeXml(xml.slice(at, tag)));
    at = end + 1;
    const second = xml.charCodeAt(tag + 1);
    if (second === 0x21) special(xml.slice(tag, at), reader);
    else if (second === 0x2f) close(xml.slice(tag + 2, end).trim(), reader, open);
    else if (second !== 0x3f) start(xml.slice(tag + 1, end), reader, open);
  }
}

function start(inside: string, reader: XmlReader, open: string[]): void {
  const empty = inside.endsWith('/');
  const body = empty ? inside.slice(0, -1) : inside;
  const space = body.search(/\s/);
  const full = space < 0 ? body : body.slice(0, space);
  const name = full.slice(full.indexOf(':') + 1);
  reader.open(name, space < 0 ? '' : body.slice(space));
  if (empty) reader.close(name);
  else if (open.push(full) > 100) throw new SheetError('broken');
}

function close(full: string, reader: XmlReader, open: string[]): void {
  if (open.pop() !== full) throw new SheetError('broken');
  reader.close(full.slice(full.indexOf(':') + 1));
}

function special(markup: string, reader: XmlReader): void {
  if (markup.startsWith('<![CDATA[')) reader.text?.(markup.slice(9, -3));
  else if (!markup.startsWith('<!--')) throw new SheetError('broken');
}

// A '>' inside a quoted attribute does not end the tag.
function tagEnd(xml: string, tag: number): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag);
  if (xml.startsWith('<![CDATA[', tag)) return after(xml, ']]>', tag);
  let end = xml.indexOf('>', tag);
  let quote = 0;
  for (let i = tag; end >= 0 && i < end; i += 1) {
    const code = xml.charCodeAt(i);
    if (quote === 0 ? code === 0x22 || code === 0x27 : code === quote) quote = quote === 0 ? code : 0;
    if (quote !== 0 && i === end - 1) end = xml.indexOf('>', end + 1);
  }
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length - 1;
}
