import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

test('a QR code is one path of dark stretches within its square', () => {
  const { size, path } = qrOf('otpauth://totp/Kheo:le.hoa?secret=JBSWY3DPEHPK3PXP');
  expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  // The three corners begin with a stretch of seven, behind a quiet border of four.
  expect(path.startsWith('M4 4h7v1h-7z')).toBe(true);
  expect(path).toContain(`M${size - 11} 4h7v1h-7z`);
  expect(path).toContain(`M4 ${size - 5}h7v1h-7z`);
});
