import { expect, test } from 'vitest';
import { fileNameOf, typeOf } from './rules.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['%PDF-1.7 …', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n…', 'image/png'],
  ['\xff\xd8\xff\xe0…', 'image/jpeg'],
  [
    'PK\x03\x04…[Content_Types].xml…word/document.xml…',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['PK\x03\x04…xl/workbook.xml…', undefined],
  ['<html><script>alert(1)</script>', undefined],
  [' %PDF-1.7', undefined],
  ['', undefined],
])('a file that begins with %j is %j, whatever it is called', (text, type) => {
  expect(typeOf(bytes(text))).toBe(type);
});

test.each([
  ['Quy chế số 5.pdf', 'Quy chế số 5.pdf'],
  ['C:\\tệp\\quy chế.docx', 'quy chế.docx'],
  ['../../etc/passwd', 'passwd'],
  ['a\r\nb"c.pdf', 'abc.pdf'],
  ['', 'quy-che'],
])('the name %j is kept as %j', (typed, name) => {
  expect(fileNameOf(typed)).toBe(name);
});
