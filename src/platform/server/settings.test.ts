import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

test('nothing set is a complete setting; empty is not set', () => {
  const nothing = parseSettings({});
  expect(nothing).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: resolve('data'),
    databaseUrl: undefined,
    demo: true,
    now: undefined,
    logLevel: 'info',
    trustedProxies: 0,
    origin: undefined,
  });
  expect(parseSettings({ PORT: '', DATABASE_URL: '', KHEO_NOW: '' })).toEqual(nothing);
});

test('what is set is taken', () => {
  const set = parseSettings({
    PORT: '81',
    KHEO_DEMO: '0',
    KHEO_NOW: '2019-11-20T08:00:00+07:00',
    ORIGIN: 'https://kheo.example.vn/',
  });
  expect(set).toMatchObject({
    port: 81,
    demo: false,
    now: new Date('2019-11-20T01:00:00Z'),
    origin: 'https://kheo.example.vn',
  });
});

test('one sentence names every wrong variable', () => {
  const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://x', KHEO_NOW: 'yesterday' };
  expect(() => parseSettings(wrong)).toThrow(
    /^Khéo cannot start with this environment: PORT \(must be a whole number from 1 to 65535\); DATABASE_URL .*; KHEO_NOW .*\.$/,
  );
});

test('letters and single sign-on need all of their settings, and the public address', () => {
  const mail = { MAIL_URL: 'smtp://u:p@mail.example.vn:587', MAIL_FROM: 'Khéo <kheo@example.vn>' };
  const oidc = { OIDC_ISSUER: 'https://login.example.vn', OIDC_CLIENT_ID: 'kheo', OIDC_CLIENT_SECRET: 's' };
  const ORIGIN = 'https://kheo.example.vn';
  expect(parseSettings({ ...mail, ...oidc, ORIGIN })).toMatchObject({
    mail: { url: mail.MAIL_URL, from: mail.MAIL_FROM },
    oidc: { issuer: oidc.OIDC_ISSUER, label: 'login.example.vn' },
  });
  expect(() => parseSettings(mail)).toThrow('ORIGIN');
  expect(() => parseSettings({ MAIL_URL: mail.MAIL_URL, ORIGIN })).toThrow('MAIL_FROM');
  expect(() => parseSettings({ ...oidc, OIDC_CLIENT_SECRET: '', ORIGIN })).toThrow('OIDC_CLIENT_SECRET');
  expect(() => parseSettings({ ...mail, MAIL_FROM: 'ai\r\nBcc: x@y.vn', ORIGIN })).toThrow('MAIL_FROM');
});
