import { ReadableStream } from 'node:stream/web';
import { expect, test } from 'vitest';
import { formOf } from './forms.ts';

const URLENCODED = 'application/x-www-form-urlencoded';

async function read(body: BodyInit, { type, signedIn = true }: { type?: string; signedIn?: boolean } = {}) {
  const headers = type === undefined ? {} : { 'content-type': type };
  const request = new Request('http://kheo.local/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  const locals = { signedIn, t: (code: string) => code } as unknown as App.Locals;
  return [...(await formOf({ request, locals }))];
}

const refused = (status: number, message: string) => ({ status, body: { message } });
/** A body whose length nobody tells beforehand, in pieces. */
const inPieces = (text: string, size: number) =>
  ReadableStream.from(
    (function* () {
      for (let at = 0; at < text.length; at += size) yield new TextEncoder().encode(text.slice(at, at + size));
    })(),
  ) as unknown as BodyInit;

test('fields and files of a form come as they were sent, however the body is cut', async () => {
  expect(await read('a=1&b=x+%C3%A1', { type: URLENCODED })).toEqual([
    ['a', '1'],
    ['b', 'x á'],
  ]);
  const form = new FormData();
  form.set('file', new File([new Uint8Array(3_000_000)], 'ảnh.png'));
  const [[name, file] = []] = await read(form);
  expect([name, (file as File).name, (file as File).size]).toEqual(['file', 'ảnh.png', 3_000_000]);
  const whole = '--zz\r\nContent-Disposition: form-data; name="a"\r\n\r\nmot\r\n--zz--\r\n';
  const type = 'multipart/form-data; boundary=zz';
  expect(await read(inPieces(whole, 3), { type })).toEqual([['a', 'mot']]);
});

test('more fields than any page has, and more than a sender may send, are refused before they are taken apart', async () => {
  const many = 'a&'.repeat(25_001);
  await expect(read(many, { type: URLENCODED })).rejects.toMatchObject(refused(413, 'error.413.form'));
  const parts = '--zz\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(25_001);
  const type = 'multipart/form-data; boundary="zz"';
  await expect(read(inPieces(`${parts}--zz--`, 65_521), { type })).rejects.toMatchObject(
    refused(413, 'error.413.form'),
  );
  const long = `a=${'x'.repeat(300 * 1024)}`;
  expect(await read(long, { type: URLENCODED })).toHaveLength(1);
  for (const body of [long, inPieces(long, 50_000)])
    await expect(read(body, { type: URLENCODED, signedIn: false })).rejects.toMatchObject(
      refused(413, 'error.413.form'),
    );
});

test.each(['text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=zz', 'nonsense'])(
  'a body of %s is no form',
  async (type) => {
    await expect(read('{"a":1}', { type })).rejects.toMatchObject(refused(400, 'error.400.form'));
  },
);
