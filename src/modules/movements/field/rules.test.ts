import { expect, test } from 'vitest';
import { yearOptions } from '../cycle/rules.ts';
import { namesApart, ofCycles } from './rules.ts';

const [DVK, NTM] = [
  { movementId: 1, movementVi: 'Dân vận khéo', movementEn: 'Skilful mobilisation' },
  { movementId: 2, movementVi: 'Nông thôn mới', movementEn: 'New countryside' },
];
const field = (id: number, movementId: number) => ({
  id,
  movementId,
  code: 'KT',
  nameVi: 'Kinh tế',
  nameEn: 'Economy',
});

test('years and fields of one movement bear their bare names, those of several say whose they are', () => {
  const years = [
    { id: 7, code: '2026', ...DVK },
    { id: 8, code: '2026', ...NTM },
  ];
  const fields = [field(1, 1), field(2, 2)];
  const labels = (list: { label: string }[]) => list.map(({ label }) => label);
  expect(labels(yearOptions(years.slice(0, 1), 'vi'))).toEqual(['2026']);
  expect(labels(yearOptions(years, 'en'))).toEqual(['2026 · Skilful mobilisation', '2026 · New countryside']);
  expect(labels(namesApart(fields.slice(0, 1), years, 'vi'))).toEqual(['Kinh tế']);
  expect(labels(namesApart(fields, years, 'vi'))).toEqual(['Kinh tế (Dân vận khéo)', 'Kinh tế (Nông thôn mới)']);
  expect(ofCycles(fields, years.slice(1)).map(({ id }) => id)).toEqual([2]);
});
