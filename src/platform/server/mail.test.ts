import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSmtp } from '../../../tests/support/smtp.ts';
import { sendLetter } from './mail.ts';

let smtp: Awaited<ReturnType<typeof openSmtp>>;
beforeAll(async () => {
  smtp = await openSmtp();
});
afterAll(() => smtp.close());

const letter = {
  to: 'hoa@example.vn',
  subject: 'Đặt lại mật khẩu',
  text: 'Chào đồng chí,\n\nhttps://kheo.example.vn/x?ma=1\n',
};
const via = () => ({ url: smtp.url, from: 'Khéo <kheo@example.vn>' });

test('a letter is given to the server with its marks whole', async () => {
  await sendLetter(letter, via());
  const { from, to, text } = await smtp.letterTo('hoa@example.vn');
  expect([from, to]).toEqual(['kheo@example.vn', ['hoa@example.vn']]);
  expect(text).toContain('Chào đồng chí,');
  expect(text).toContain('https://kheo.example.vn/x?ma=1');
});

test('an address that would bring lines or people of its own brings neither', async () => {
  const to = 'a@example.vn>\r\nBCC: b@example.vn, c@example.vn';
  await sendLetter({ ...letter, to }, via()).catch(() => {});
  await sendLetter({ ...letter, subject: 'Một\r\nBcc: b@example.vn' }, via());
  await smtp.letterTo('hoa@example.vn');
  expect(smtp.letters.flatMap(({ to }) => to)).not.toContain('b@example.vn');
  expect(smtp.letters.flatMap(({ to }) => to)).not.toContain('c@example.vn');
});

test('a server that turns it away, and a password that is wrong, are told to the caller', async () => {
  smtp.refuse(1);
  await expect(sendLetter(letter, via())).rejects.toThrow(/451|later/);
  const wrong = via().url.replace('kheo:', 'kheo:x');
  await expect(sendLetter(letter, { ...via(), url: wrong })).rejects.toThrow();
});

test('without a server no letter is sent', async () => {
  await expect(sendLetter(letter, undefined)).rejects.toThrow('MAIL_URL');
});
