import { describe, expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/imports.ts';
import { FORMS } from '../support/route-forms.ts';
import { PAGES } from '../support/route-pages.ts';
import { everyForm, everyRoute } from '../support/routes.ts';

const modules = filesUnder('src').filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file));

/** Acts that are open to whoever comes: a password, a code, a link of a letter or a key is what lets in. */
const FOR_ANYONE = ['invitation.claim', 'passkey.challenge', 'reset.finish', 'session.second_step', 'session.begin'];

interface Declared {
  file: string;
  name: string;
  allow: string;
}

/** Every `action({ … })` of the project with what it says of who may; text stands for code, since nothing else sees them all. */
function declaredIn(file: string): Declared[] {
  const text = textOf(file);
  return [...text.matchAll(/^( *)(?:.*= )?action\(\{\n([\s\S]*?)\n\1\}\)/gm)].map(([, , body = '']) => ({
    file,
    name: /^\s*name: (.+),$/m.exec(body)?.[1]?.replace(/['`]/g, '') ?? '',
    allow: /^\s*allow(?:: |\()([\s\S]*?)\n\s*(?:async )?run\b/m.exec(body)?.[1]?.trim() ?? '',
  }));
}

const declared = modules.flatMap(declaredIn);

describe('every act', () => {
  test('is found by this test', () => {
    const calls = modules.flatMap((file) => textOf(file).match(/(?<!function )\baction\(\{/g) ?? []);
    expect(declared.length).toBe(calls.length);
    expect(declared.length).toBeGreaterThan(25);
  });

  test('says who may, and asks the actor', () => {
    const silent = declared.filter(({ allow }) => allow === '').map(({ file, name }) => `${file}: ${name}`);
    expect(silent).toEqual([]);
    const blind = declared.filter(({ allow }) => /^\([^)]*\) =>\s*true,$/.test(allow)).map(({ name }) => name);
    expect(blind).toEqual(FOR_ANYONE);
  });

  test('has a name of its own, as the audit tells them apart', () => {
    const names = declared.map(({ name }) => name);
    expect(names.filter((name, at) => name === '' || names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('nothing is changed past an act', () => {
  test('only named files open a transaction that writes', () => {
    const writers = modules.filter((file) => /\bwrite\(\s*(ctx|context|system|\{)/.test(textOf(file)));
    expect(writers).toEqual(WRITERS);
  });
});

/** Besides `action()`: the demo, the seals of the audit, when a session was last seen, how often an article was read. */
const WRITERS = [
  'src/cli/demo/load.ts',
  'src/modules/people/audit/server/store.ts',
  'src/modules/people/session/server/store.ts',
  'src/modules/portal/article/server/store-reads.ts',
  'src/platform/server/action.ts',
];

describe('every way in', () => {
  test('has a line in the table of who gets what', async () => {
    expect(everyRoute().filter((route) => !PAGES.has(route))).toEqual([]);
    expect((await everyForm()).filter((form) => !(form in FORMS))).toEqual([]);
  });

  test('of the working side answers nobody without a session', () => {
    const inside = [...PAGES].filter(([route]) => /^\/(office|tai-khoan)(\/|$)/.test(route));
    expect(inside.length).toBeGreaterThan(25);
    for (const [route, page] of inside) expect([route, page.answers(null, 'own')]).toEqual([route, 303]);
  });
});
