const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DAY_MS = 86_400_000;
const LONGEST_CELL = 32_767;

/** The parts of a workbook that do not depend on the rows of its sheets, as pairs of path and XML; the last `hidden` sheets are not shown. */
export function fixedParts(sheets: readonly string[], hidden = 0): [string, string][] {
  const relation = (type: string, target: string, id: number) =>
    `<Relationship Id="rId${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${sheets.map((_, i) => part(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${part('xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('officeDocument', 'xl/workbook.xml', 1))],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        sheets.map((_, i) => relation('worksheet', `worksheets/sheet${i + 1}.xml`, i + 1)).join('') +
          relation('styles', 'styles.xml', sheets.length + 1),
      ),
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${namedApart(sheets)
        .map((name, i) => {
          const state = i < sheets.length - hidden ? '' : ' state="hidden"';
          return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
        })
        .join('')}</sheets></workbook>`,
    ],
    ['xl/styles.xml', `${XML}${STYLES}`],
  ];
}

// Cell styles: 0 text, 1 header (bold, ruled), 2 title line (bold), 3 day, 4 number with thousands, 5 text of several lines, 6 a bad cell, 7 why, 8 a box to write in.
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font><font><sz val="11"/><color rgb="FF9B1C1C"/><name val="Times New Roman"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFBD5D5"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="3"><border/><border><left/><right/><top/><bottom style="thin"/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9"><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/>${[
  '',
  ' fillId="2" applyFill="1"',
  ' fontId="2" applyFont="1"',
  ' borderId="2" applyBorder="1"',
]
  .map(
    (look) =>
      `<xf numFmtId="49" applyNumberFormat="1"${look} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  )
  .join('')}</cellXfs></styleSheet>`;

/** The beginning of a sheet whose first `rows` rows stay in view. */
export function startOfSheet(rows: number): string {
  if (rows === 0) return `${XML}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>`;
  const pane = `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`;
}

/** One cell; nothing for null, text when a number or a day is none. */
export function cellXml(value: string | number | null, kind: 'text' | 'number' | 'date', at: string): string {
  if (value === null || value === '') return '';
  if (kind === 'date') {
    const day = Date.parse(`${value}T00:00:00Z`);
    if (!Number.isNaN(day)) return `<c r="${at}" s="3"><v>${day / DAY_MS + 25_569}</v></c>`;
  }
  // A whole number above 999 gets the reader's own thousands mark; a rate keeps its decimals.
  if (typeof value === 'number' && Number.isFinite(value))
    return `<c r="${at}"${Number.isInteger(value) ? ' s="4"' : ''}><v>${value}</v></c>`;
  return textCell(String(value), at, 0);
}

/** A cell that is text whatever it begins with. */
export function textCell(text: string, at: string, style: number): string {
  const escaped = escapeXml(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text);
  return `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these, so they are dropped
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const SPECIAL = /[&<>"\r]|_(?=x[0-9A-Fa-f]{4}_)/g;
const WRITTEN: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  _: '_x005F_',
};

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(ILLEGAL, '')
    .replace(SPECIAL, (character) => WRITTEN[character]!);
}

// Excel takes at most 31 characters and none of these in a sheet's name, and no name twice.
function namedApart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const bare = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31)
      .replace(/^'|'$/g, '');
    const fresh = bare && !taken.has(bare.toLowerCase()) ? bare : `${bare.slice(0, 24)}${bare ? ' ' : 'Sheet'}${i + 1}`;
    taken.add(fresh.toLowerCase());
    return fresh;
  });
}
