import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transformer } from '@napi-rs/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { cleanImage } from '#platform/server/images.ts';
import { scanned } from '#platform/server/scanner.ts';
import { type Cast, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { photo } from '../../../../../tests/support/photo.ts';
import { attach, removeAttachment } from './actions.ts';
import { attachmentOf, attachmentPage } from './queries.ts';

const PLACE = { latitude: 10.0125, longitude: 105.0809 };
let cast: Cast;
let id: number;
let taken: Buffer;
beforeAll(async () => {
  cast = await openCast();
  ({ initiativeId: id } = await send(cast));
  taken = await photo(PLACE);
});
afterAll(() => cast.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7 ${text}`);
const give = (person: PersonName, name: string, bytes: Uint8Array, keepPlace = false) =>
  attach(cast.contextFor(person), { id, caption: 'Ngày ra quân', files: [{ name, bytes }], keepPlace });
const page = (person: PersonName) => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => attachmentPage(db, ctx, id));
};
const fileOf = (fileId: number, isSmall = false) =>
  read(cast.contextFor('registrant'), (db) => attachmentOf(db, id, fileId, isSmall));

test('a photograph is drawn anew and upright, and nothing that the camera wrote is left in it', async () => {
  const { ids } = await give('registrant', 'IMG 01.HEIC', taken);
  const [kept] = (await page('commune_officer')).files;
  expect(kept).toMatchObject({ name: 'IMG 01.jpg', type: 'image/jpeg', latitude: null, addedByName: 'registrant' });
  const { bytes } = await fileOf(ids[0] as number);
  expect(await new Transformer(bytes).metadata(true)).toEqual({
    width: 320,
    height: 640,
    format: 'jpeg',
    colorType: 2,
  });
  expect(Buffer.from(bytes).includes('Exif')).toBe(false);
  const small = await fileOf(ids[0] as number, true);
  expect((await new Transformer(small.bytes).metadata()).height).toBe(480);
});

test('the same file is kept once, however often it is sent', async () => {
  const [first, again] = [await give('registrant', 'a.pdf', pdf('a')), await give('registrant', 'b.pdf', pdf('a'))];
  expect([first.ids, again.ids]).toEqual([[expect.any(Number)], []]);
});

test('where it was taken is kept if its sender asks for it, to some metres', async () => {
  const { ids } = await give('registrant', 'co-noi-chup.jpg', await photo(PLACE, 320), true);
  const kept = (await page('registrant')).files.find((file) => file.id === ids[0]);
  expect(kept?.latitude).toBeCloseTo(PLACE.latitude, 4);
  expect(kept?.longitude).toBeCloseTo(PLACE.longitude, 4);
});

const bad = (code: string) => ({ kind: 'invalid', fields: { file: { code } } });
test.each([
  ['anh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'attachment.type'],
  ['anh.jpg', Buffer.from('<html><script>alert(1)</script>'), 'attachment.type'],
  ['chay.exe', Buffer.from('MZ\x90\0'), 'attachment.type'],
  ['hong.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'attachment.picture'],
  ['trong.pdf', Buffer.alloc(0), 'attachment.empty'],
  ['lon.pdf', Buffer.concat([pdf(''), Buffer.alloc(20 * 1024 * 1024)]), 'attachment.large'],
])('%s is refused with the sentence that says why', async (name, bytes, code) => {
  await expect(give('registrant', name, bytes)).rejects.toMatchObject(bad(code));
});

test('a picture that would unpack to more than a telephone takes is not drawn', async () => {
  expect(await cleanImage(taken, { pixels: 640 * 320 - 1 })).toBeNull();
});

test('a paper keeps its bytes, and no name makes a program take it for something else', async () => {
  const { ids } = await give('commune_officer', '../bien ban\u202e.exe', pdf('biên bản'));
  expect(await fileOf(ids[0] as number)).toMatchObject({ name: 'bien ban.pdf', type: 'application/pdf' });
  expect(Buffer.from((await fileOf(ids[0] as number)).bytes)).toEqual(pdf('biên bản'));
});

test('who neither writes for the model nor judges it adds nothing; to others it is not there', async () => {
  await expect(give('auditor', 'x.pdf', pdf('x'))).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(give('sibling_officer', 'x.pdf', pdf('x'))).rejects.toMatchObject({ kind: 'missing' });
  expect(await give('committee_member', 'x.pdf', pdf('từ hội đồng'))).toEqual({ ids: [expect.any(Number)] });
});

test('taken away, its bytes are gone; who did it and why stays; others than its sender and the office may not', async () => {
  const { ids } = await give('commune_officer', 'nham.pdf', pdf('nhầm'));
  const gone = { id: ids[0] as number, reason: 'Gửi nhầm tệp.' };
  await expect(removeAttachment(cast.contextFor('registrant'), gone)).rejects.toMatchObject({ kind: 'forbidden' });
  await removeAttachment(cast.contextFor('commune_officer'), gone);
  await expect(fileOf(gone.id)).rejects.toMatchObject({ kind: 'missing' });
  const left = (await page('registrant')).files.at(-1);
  expect(left).toMatchObject({ id: gone.id, removedByName: 'commune officer', removedReason: gone.reason });
  const [row] = await cast.asOwner('select bytes, preview from attachment where id = $1', [gone.id]);
  expect(row).toEqual({ bytes: null, preview: null });
  const events = await cast.asOwner(
    `select act from audit_event where act like 'attachment.%' order by id desc limit 2`,
  );
  expect(events).toEqual([{ act: 'attachment.remove' }, { act: 'attachment.add' }]);
});

test('the machine’s scanner is asked with the file; one that fails is no pass', async () => {
  const script = join(tmpdir(), `kheo-scanner-${process.pid}.mjs`);
  writeFileSync(
    script,
    `let t='';process.stdin.on('data',d=>t+=d).on('end',()=>process.exit(t.includes('EICAR')?1:0))`,
  );
  const scanner = `${process.execPath} ${script}`;
  expect(await scanned(pdf('EICAR'), scanner)).toBe('infected');
  expect(await scanned(pdf('sạch'), scanner)).toBe('clean');
  expect(await scanned(pdf('sạch'), '/khong/co/lenh-nay')).toBe('failed');
});
