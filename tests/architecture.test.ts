import { describe, expect, test } from 'vitest';
import { KINDS } from '../src/modules/people/audit/rules.ts';
import { circlesAmong, whyNotImported, whyNotNamed } from './support/architecture.ts';
import { filesUnder, importsOf, textOf } from './support/imports.ts';

const sources = ['src', 'tests', 'scripts', 'bench'].flatMap((folder) => filesOrNone(folder));
const code = sources.filter((file) => file.startsWith('src/') && /\.(ts|js|svelte)$/.test(file));
const isTest = (file: string) => /\.(test|spec)\.ts$/.test(file);

function filesOrNone(folder: string): string[] {
  try {
    return filesUnder(folder);
  } catch {
    return [];
  }
}

/** `file:line: why` for each line of a file that a pattern meets. */
function linesLike(file: string, pattern: RegExp, why: string): string[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()} — ${why}`] : []));
}

const withoutComments = (line: string) => line.replace(/\/\*.*?\*\/|\/\/.*$|^\s*\*.*$/g, '');

describe('the tree', () => {
  test('every import is one that the table of architecture.md allows', () => {
    const offences = code
      .filter((file) => !isTest(file))
      .flatMap((file) => importsOf(file))
      .flatMap((each) => {
        const why = whyNotImported(each);
        return why ? [`${each.from}:${each.line}: imports ${each.to} — ${why}`] : [];
      });
    expect(offences).toEqual([]);
  });

  test('no files import each other in a circle, not even for a type', () => {
    const imports = code.filter((file) => !isTest(file)).flatMap((file) => importsOf(file));
    expect(imports.length).toBeGreaterThan(1000);
    expect(circlesAmong(imports)).toEqual([]);
  });

  test('every file of a module has a name that tells what is in it', () => {
    const offences = code
      .filter((file) => file.startsWith('src/modules/'))
      .flatMap((file) => {
        const why = whyNotNamed(file);
        return why ? [`${file} — ${why}`] : [];
      });
    expect(offences).toEqual([]);
  });

  test('rules, policies and schemas wait for nothing and read no clock', () => {
    const pure = code.filter((file) => /^src\/modules\/[^/]+\/[^/]+\/(rules|policy|schema)(-[a-z-]+)?\.ts$/.test(file));
    const impure = /\bawait\b|\basync\b|Date\.now\(|new Date\(\)|Math\.random\(|process\./;
    const offences = pure.flatMap((file) => {
      const lines = textOf(file).split('\n').map(withoutComments);
      return lines.flatMap((line, index) =>
        impure.test(line) ? [`${file}:${index + 1}: ${line.trim()} — decide purely, then write`] : [],
      );
    });
    expect(offences).toEqual([]);
  });

  test('a number that is typed has a largest one, since a column has', () => {
    const unbounded = /coerce\.number\([^)]*\)(?!.*\.max\()/;
    const typed = code.filter((file) => !isTest(file));
    expect(
      typed.flatMap((file) =>
        linesLike(file, unbounded, 'take Id, idOr or Count of #platform/ids.ts, or say the largest: .max(…)'),
      ),
    ).toEqual([]);
  });

  test('a form is read by `formOf` alone, which bounds it', () => {
    const readers = code.filter((file) => !isTest(file) && file !== 'src/platform/server/forms.ts');
    const itself = /request\.(formData|json|text|arrayBuffer|blob|bytes)\(/;
    expect(readers.flatMap((file) => linesLike(file, itself, 'await formOf(event)'))).toEqual([]);
  });

  test('the platform holds no word of the domain', () => {
    const words =
      /\b(registrations?|initiatives?|appraisals?|appraisers?|communes?|districts?|provinces?|emulation|recognised_by|đăng ký|mô hình|điển hình|dân vận)\b/i;
    const files = code.filter(
      (file) => file.startsWith('src/platform/') && !isTest(file) && !file.endsWith('/db-types.ts'),
    );
    const offences = files.flatMap((file) => linesLike(file, words, 'a word of the domain belongs into a module'));
    expect(offences).toEqual([]);
  });

  test('whatever an action is on record about has its word in the audit, and can be looked for there', () => {
    const written = code
      .filter((file) => !isTest(file))
      .flatMap((file) => [...textOf(file).matchAll(/\bsubjectKind: '([a-z_]+)'/g)]);
    const kinds = [...new Set(written.map(([, kind = '']) => kind))];
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => !(KINDS as readonly string[]).includes(kind))).toEqual([]);
  });

  test('no file is long: 300 lines, routes 40; catalogues of words apart', () => {
    const wordLists = /\/messages\.(vi|en)\.ts$|^src\/messages\/|\/db-types\.ts$|\/words\//;
    const offences = sources
      .filter((file) => /\.(ts|js|svelte|css)$/.test(file) && !wordLists.test(file))
      .flatMap((file) => {
        const most = file.startsWith('src/routes/') && file.endsWith('.ts') ? 40 : 300;
        const lines = textOf(file).trimEnd().split('\n').length;
        return lines > most ? [`${file}: ${lines} lines, ${most} at most`] : [];
      });
    expect(offences).toEqual([]);
  });
});

describe('the test of the tree', () => {
  const rules = 'src/modules/initiatives/registration/rules.ts';
  const actions = 'src/modules/initiatives/registration/server/actions.ts';
  const page = 'src/routes/(office)/office/+page.server.ts';
  const drawn = 'src/modules/initiatives/registration/ui/Record.svelte';

  const refused: [string, string][] = [
    [rules, '#modules/appraisals/verdict/rules.ts'],
    [rules, './server/queries.ts'],
    [rules, '#platform/server/db.ts'],
    [rules, 'node:fs'],
    [actions, '#modules/people/account/server/store.ts'],
    [actions, '#modules/decisions/decision/server/actions.ts'],
    [actions, '$app/environment'],
    [actions, '../../../../routes/x.ts'],
    [drawn, '../server/queries.ts'],
    [page, '#modules/initiatives/registration/server/store-new.ts'],
    [page, '#platform/server/db.ts'],
    [page, 'kysely'],
    ['src/platform/server/pages.ts', '#modules/people/scope/rules.ts'],
    ['src/platform/server/pages.ts', '#messages/vi.ts'],
    ['src/platform/i18n.ts', './server/db.ts'],
    ['src/ui/Table.svelte', '#modules/people/scope/rules.ts'],
    ['src/ui/Table.svelte', '#platform/server/db.ts'],
  ];
  test.each(refused)('%s may not import %s', (from, to) => {
    expect(importsOf(from, `import { x } from '${to}';`).map(whyNotImported)).toEqual([expect.any(String)]);
  });

  test('a circle of imports is found, however long', () => {
    const imports = ['a b', 'b c', 'c d', 'd b', 'd e'].map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return { from, to };
    });
    expect(circlesAmong(imports)).toEqual([['b', 'c', 'd']]);
  });

  const allowed: [string, string][] = [
    [rules, '#platform/refusal.ts'],
    [rules, '#modules/organisations/unit/rules.ts'],
    [actions, './store.ts'],
    [actions, '../../draft/server/store.ts'],
    [actions, '#modules/people/account/server/queries.ts'],
    [actions, 'kysely'],
    [drawn, '#ui/Table.svelte'],
    [drawn, '../rules.ts'],
    [page, '#modules/initiatives/registration/server/actions.ts'],
    [page, '#platform/server/pages.ts'],
    [page, '$app/navigation'],
    ['src/ui/Table.svelte', '#platform/i18n.ts'],
  ];
  test.each(allowed)('%s may import %s', (from, to) => {
    expect(importsOf(from, `import { x } from '${to}';`).map(whyNotImported)).toEqual([null]);
  });

  test('a shape may be imported where its code may not', () => {
    const text = `import type { Actor } from '#platform/server/context.ts';\nimport { type A, type B } from '#platform/server/db.ts';\nimport { type C, d } from '#platform/server/db.ts';`;
    expect(importsOf(rules, text).map((each) => whyNotImported(each) !== null)).toEqual([false, false, true]);
  });

  test('imports are found in every form, with their line', () => {
    const text = `import 'a';\nimport {\n  b,\n  c,\n} from './b.ts';\nexport * from './c.ts';\nexport { d } from 'd';\nconst e = await import('./e.ts');\n`;
    expect(importsOf('src/x/y.ts', text).map(({ to, line }) => `${line} ${to}`)).toEqual([
      '1 a',
      '5 src/x/b.ts',
      '6 src/x/c.ts',
      '7 d',
      '8 src/x/e.ts',
    ]);
  });

  test.each([
    'people/account/helpers.ts',
    'people/account/server/service.ts',
    'people/index.ts',
    'humans/account/rules.ts',
    'people/account/ui/table.svelte',
  ])('src/modules/%s is refused', (name) => {
    expect(whyNotNamed(`src/modules/${name}`)).toEqual(expect.any(String));
  });

  test.each([
    'people/account/rules.ts',
    'people/account/rules-headings.ts',
    'people/account/server/store-rows.ts',
    'people/account/ui/Table.svelte',
    'people/account/server/actions.test.ts',
  ])('src/modules/%s is accepted', (name) => {
    expect(whyNotNamed(`src/modules/${name}`)).toBeNull();
  });
});
