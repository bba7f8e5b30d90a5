import { expect, test } from 'vitest';
import { fileNameOf, fileTypeOf } from './file-types.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['%PDF-1.7 …', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n…', 'image/png'],
  ['\xff\xd8\xff\xe0…', 'image/jpeg'],
  [
    'PK\x03\x04…[Content_Types].xml…word/document.xml…',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['PK\x03\x04…xl/workbook.xml…', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['PK\x03\x04…xl/workbook.xml…xl/vbaProject.bin…', undefined],
  ['PK\x03\x04…evil.exe…', undefined],
  [
    `PK\x03\x04${'.'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`,
    'application/vnd.oasis.opendocument.text',
  ],
  [`PK\x03\x04${'.'.repeat(26)}mimetypetext/htmlPK`, undefined],
  ['RIFF….WEBPVP8 ', undefined],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', undefined],
  ['GIF89a…', undefined],
  ['MZ\x90\x00…', undefined],
  ['<html><script>alert(1)</script>', undefined],
  [' %PDF-1.7', undefined],
  ['', undefined],
])('a file that begins with %j is %j, whatever it is called', (text, type) => {
  expect(fileTypeOf(bytes(text))).toBe(type);
});

test.each([
  ['Quy chế số 5.pdf', 'Quy chế số 5.pdf'],
  ['C:\\tệp\\quy chế.docx', 'quy chế.docx'],
  ['../../etc/passwd', 'passwd'],
  ['a\r\nb"c.pdf', 'abc.pdf'],
  ['ảnh\u202egpj.exe', 'ảnhgpj.exe'],
  ['', 'quy-che'],
])('the name %j is kept as %j', (typed, name) => {
  expect(fileNameOf(typed, 'quy-che')).toBe(name);
});
