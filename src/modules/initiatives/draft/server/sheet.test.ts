import { read as readBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { writeMarked } from '#platform/server/sheet-writer-marked.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { wholeForm } from '../../../../../tests/support/initiatives.ts';
import { DraftContent } from '../../registration/schema.ts';
import { choicesFor } from '../../registration/server/queries-choices.ts';
import { type FormLine, formLines, toldApart } from '../rules-sheet.ts';
import { readForms } from '../rules-sheet-read.ts';
import { draftsFromFile } from './actions.ts';
import { listDrafts } from './queries.ts';
import { formsIn, formWorkbook, workbookOf } from './queries-sheet.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const words = { t: wordsIn('vi'), language: 'vi' as const };
const as = (person: PersonName) => cast.contextFor(person);
const bytesOf = async (pieces: AsyncIterable<Uint8Array>) =>
  Buffer.concat(await Array.fromAsync(pieces)) as unknown as Uint8Array;
const whole = (over: Partial<DraftContent> = {}) =>
  DraftContent.parse({ ...wholeForm({ levels: ['commune', 'province'], programmes: [1] }), ...over });

/** The lines of a form as the office's officer gets it, filled in with a content. */
async function filled(content: DraftContent): Promise<FormLine[]> {
  const choices = await read(as('commune_officer'), (db) => choicesFor(db, as('commune_officer')));
  const offered = { ...choices, units: toldApart(choices.units), levels: ['commune', 'district', 'province'] as const };
  return formLines(content, { offered, own: false, ...words });
}
const fileOf = async (forms: FormLine[][]) => ({ name: 'phieu.xlsx', bytes: await bytesOf(workbookOf(forms, words)) });

test('a form that is filled in and read back is the draft that would have been written on the screen', async () => {
  const contents = [
    whole({ name: '=Tổ góp vốn, "vòng" & nước', content: 'Một dòng\nhai dòng', paperOn: '2026-03-01', signedBy: 'Ký' }),
    whole({ name: 'Phiếu hai', subject: 'individual', levels: [], programmes: [], lateReason: '' }),
  ];
  const empty = DraftContent.parse({ cycleId: 2, unitId: units.commune });
  const file = await fileOf(await Promise.all([...contents, empty].map(filled)));
  const forms = await formsIn(as('commune_officer'), file, words);
  const { ids } = await draftsFromFile(as('commune_officer'), { forms, fileName: file.name }, { key: 'once' });
  // Pressed again it is the same.
  expect(await draftsFromFile(as('commune_officer'), { forms, fileName: file.name }, { key: 'once' })).toEqual({ ids });
  const drafts = await read(as('commune_officer'), (db) => listDrafts(db, as('commune_officer')));
  expect(ids.map((id) => drafts.find((draft) => draft.id === id)?.content)).toEqual(contents);
  expect(drafts).toHaveLength(2);
});

test('the empty form opens elsewhere, with its lists beside the cells; read back as it is, it says that nothing is filled in', async () => {
  for (const person of ['commune_officer', 'registrant'] as const) {
    const bytes = await bytesOf(await read(as(person), (db) => formWorkbook(db, as(person), words)));
    const book = readBook(bytes);
    expect(book.SheetNames).toEqual(['Phiếu 1', 'Lists']);
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden)).toEqual([0, 1]);
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array).toString();
    expect(xml).toContain('<dataValidation type="list"');
    expect(xml.includes(words.t('draft.signed_by'))).toBe(person === 'commune_officer');
    const back = formsIn(as(person), { name: 'phieu.xlsx', bytes }, words);
    await expect(back).rejects.toMatchObject({ reason: { code: 'draft.sheet.nothing' } });
  }
});

test('every bad cell is named, and no draft is begun', async () => {
  const answers: Record<string, string> = {
    ...{ fieldId: 'Lĩnh vực lạ', unitId: 'Xã lạ', 'levels:commune': 'có', paperOn: 'hôm qua', reason: '<b>đậm</b>' },
    content: 'x'.repeat(20_001),
  };
  const lines = (await filled(whole())).map((line) => ({ ...line, answer: answers[line.key] ?? line.answer }));
  const refused = await formsIn(as('commune_officer'), await fileOf([lines]), words).catch((failure) => failure);
  const said = Object.entries(refused.fields as Record<string, { code: string }>).map(([at, { code }]) => [
    at.replace(/\d+$/, ''),
    code.replace('draft.sheet.', ''),
  ]);
  expect(said.map(([, code]) => code).toSorted()).toEqual(
    ['markup', 'no_day', 'not_offered', 'not_offered', 'not_ticked', 'too_long'].toSorted(),
  );
  expect(new Set(said.map(([at]) => at))).toEqual(new Set(['Phiếu 1, C']));
});

test('formulas, other versions and other files are refused with a sentence each', async () => {
  const code = (file: { name: string; bytes: Uint8Array }) =>
    formsIn(as('commune_officer'), file, words).then(
      () => 'taken',
      (failure) => failure.reason.code,
    );
  const sheet = (mark: string, cells: string[] = []) => ({
    ...{ name: 'Phiếu', widths: [4], frozen: 0, merges: [] },
    rows: [[mark], ...(cells.length > 0 ? [cells] : [])].map((texts, at) => ({
      number: at + 1,
      cells: texts.map((text) => ({ text, look: 'plain' as const })),
    })),
  });
  const book = async (mark: string, cells?: string[]) => bytesOf(writeMarked([sheet(mark, cells)]));
  expect(await code({ name: '', bytes: new Uint8Array() })).toBe('sheet.empty');
  expect(await code({ name: 'a.csv', bytes: Buffer.from('KHEO-FORM 1') })).toBe('draft.sheet.only_xlsx');
  expect(await code({ name: 'a.xlsx', bytes: Buffer.from('<html><table></table>') })).toBe('sheet.not_a_sheet');
  expect(await code({ name: 'a.xlsx', bytes: await book('Danh sách') })).toBe('draft.sheet.not_a_form');
  expect(await code({ name: 'a.xlsx', bytes: await book('KHEO-FORM 2') })).toBe('draft.sheet.other_version');
  expect(await code({ name: 'a.xlsx', bytes: await book('KHEO-FORM 1', ['name', 'Tên', 'Một tên']) })).toBe('taken');
  const rows = [
    { number: 1, cells: ['KHEO-FORM 1'] },
    { number: 2, cells: ['name', 'Tên', '7'], formulas: [2] },
  ];
  const around = { offered: { units: [], cycles: [], levels: [], fields: [], programmes: [] }, own: true, ...words };
  expect(readForms([{ name: 'Phiếu', rows }], around).bad).toMatchObject([
    { cell: 'C2', reason: { code: 'draft.sheet.formula' } },
  ]);
});

test('an account that writes in its own name does so from a file too, whatever stands in it', async () => {
  const { ids } = await draftsFromFile(as('registrant'), {
    forms: [{ name: 'Lấn sang', unitId: units.sibling, registrantName: 'Kẻ khác', paperOn: '2026-03-01' }],
    fileName: 'a.xlsx',
  });
  const drafts = await read(as('registrant'), (db) => listDrafts(db, as('registrant')));
  expect(drafts.find(({ id }) => id === ids[0])?.content).toMatchObject({
    ...{ unitId: units.commune, registrantName: 'Chi hội Phụ nữ ấp Hòa Bình', paperOn: '', name: 'Lấn sang' },
  });
  await expect(draftsFromFile(as('auditor'), { forms: [{ name: 'x' }], fileName: 'a.xlsx' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
