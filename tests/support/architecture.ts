import type { Import } from './imports.ts';

/** Upstream first: a later module calls an earlier one, never the other way. */
const MODULES = [
  'organisations',
  'people',
  'movements',
  'initiatives',
  'appraisals',
  'decisions',
  'registers',
  'upkeep',
  'reports',
  'portal',
];

type Place =
  | { area: 'module'; module: string; noun: string; kind: 'pure' | 'messages' | 'server' | 'ui' | 'test'; name: string }
  | { area: 'platform' | 'platform server' | 'ui' | 'messages' | 'routes' | 'enhance' | 'top' | 'cli' | 'package' };

/** What a noun's folder may hold; a big file may be split by a word behind it, as in `rules-headings.ts`. */
const PURE = /^(rules|policy|schema)(-[a-z-]+)?\.ts$/;
const SERVER = /^server\/(queries|store|actions|jobs)(-[a-z-]+)?\.ts$/;
const NOUN_FILE = [
  PURE,
  SERVER,
  /^messages\.(vi|en)\.ts$/,
  /^ui\/[A-Z][A-Za-z]*\.svelte$/,
  /^(server\/)?[a-z-]+\.test\.ts$/,
];

/** Why a file under `src/modules` may not be called so, or null. */
export function whyNotNamed(file: string): string | null {
  const [, , module = '', noun = '', ...rest] = file.split('/');
  if (!MODULES.includes(module)) return `there is no module "${module}" in the order of modules`;
  if (rest.length === 0) return 'a module holds folders of nouns only';
  if (!/^[a-z][a-z-]*$/.test(noun)) return 'a noun is written in small letters';
  const name = rest.join('/');
  if (NOUN_FILE.some((form) => form.test(name))) return null;
  return 'a noun holds rules, policy, schema, messages.vi, messages.en, server/{queries,store,actions,jobs}, ui/*.svelte and tests only';
}

/** Why an import breaks the table "Who may import whom", or null. */
export function whyNotImported({ from, to, isType }: Import): string | null {
  const source = placeOf(from);
  const target = placeOf(to);
  if (source.area === 'platform' || source.area === 'platform server') return fromPlatform(source.area, target, isType);
  if (source.area === 'ui') return fromUi(target);
  if (source.area === 'enhance')
    return target.area === 'platform' || target.area === 'enhance'
      ? null
      : 'a script in the browser takes pure files of the platform only';
  if (source.area === 'routes') return fromRoutes(to, target);
  if (source.area === 'module') return fromModule(source, to, target, isType);
  return null;
}

function fromPlatform(area: string, target: Place, isType: boolean): string | null {
  if (['module', 'routes', 'cli', 'top', 'messages'].includes(target.area))
    return 'the platform knows no module and nothing that is made of modules';
  if (area === 'platform' && target.area === 'platform server' && !isType)
    return 'a pure file of the platform does not lean on its server files';
  return null;
}

function fromUi(target: Place): string | null {
  const allowed = ['ui', 'platform', 'package'].includes(target.area);
  return allowed
    ? null
    : 'the design system could ship in another product: it takes itself and pure files of the platform';
}

function fromRoutes(to: string, target: Place): string | null {
  if (to === 'kysely' || to.startsWith('kysely/') || to === 'pg') return 'routes ask, modules decide: no SQL here';
  if (target.area === 'platform server' && !/\/(context|pages)\.ts$/.test(to))
    return "of the platform's server files routes take context and pages only";
  if (target.area !== 'module') return null;
  const allowed = target.kind !== 'server' || /^server\/(queries|actions)/.test(target.name);
  return allowed ? null : "of a noun's server files routes take queries and actions only";
}

type InModule = Extract<Place, { area: 'module' }>;

function fromModule(source: InModule, to: string, target: Place, isType: boolean): string | null {
  if (to.startsWith('$')) return 'modules run on plain Node, in worker and command line, where Kit is not';
  if (source.kind === 'test') return null;
  if (['routes', 'cli', 'top'].includes(target.area)) return 'a module is called from there, never the other way';
  if (target.area === 'module') {
    if (MODULES.indexOf(target.module) > MODULES.indexOf(source.module))
      return `${target.module} comes after ${source.module} in the order of modules`;
    if (target.kind === 'test') return 'a test is imported by nobody';
  }
  // A type is gone at run time: it carries no IO, only a shape.
  if (isType && target.area !== 'module') return null;
  if (source.kind === 'server') return fromServer(source, target);
  if (source.kind === 'ui') return fromModuleUi(target, isType);
  return fromPure(to, target, isType);
}

function fromServer(source: InModule, target: Place): string | null {
  if (target.area === 'ui' || (target.area === 'module' && target.kind === 'ui')) return 'server files draw nothing';
  if (target.area !== 'module' || target.kind !== 'server' || target.module === source.module) return null;
  const allowed = /^server\/(queries|actions)/.test(target.name);
  return allowed
    ? null
    : 'of another module take pure files, server/queries and server/actions; its store and jobs are its own';
}

function fromModuleUi(target: Place, isType: boolean): string | null {
  if (target.area === 'platform server') return 'what is drawn takes no server file';
  if (target.area !== 'module' || target.kind !== 'server' || isType) return null;
  return 'what is drawn takes pure files and ui, never a server file';
}

function fromPure(to: string, target: Place, isType: boolean): string | null {
  if (to.startsWith('node:') || ['pg', 'kysely', 'svelte'].includes(to.split('/')[0] ?? ''))
    return 'rules, policy, schema and messages are pure: no IO';
  if (target.area === 'platform server' || target.area === 'ui')
    return 'rules, policy, schema and messages take pure files only';
  if (target.area === 'module' && !['pure', 'messages'].includes(target.kind) && !isType)
    return 'rules, policy, schema and messages take pure files only';
  return null;
}

function placeOf(path: string): Place {
  const [src, area = '', ...rest] = path.split('/');
  if (src !== 'src') return { area: 'package' };
  if (area === 'platform') return { area: rest[0] === 'server' ? 'platform server' : 'platform' };
  if (area === 'ui' || area === 'messages' || area === 'routes' || area === 'enhance' || area === 'cli')
    return { area };
  if (area !== 'modules') return { area: 'top' };
  const [module = '', noun = '', ...names] = rest;
  const name = names.join('/');
  return { area: 'module', module, noun, kind: kindOf(name), name };
}

function kindOf(name: string): InModule['kind'] {
  if (name.endsWith('.test.ts')) return 'test';
  if (name.startsWith('server/')) return 'server';
  if (name.startsWith('ui/')) return 'ui';
  return name.startsWith('messages.') ? 'messages' : 'pure';
}

/** The files of each circle of imports, in order: a file is left out once all that it imports is. */
export function circlesAmong(imports: readonly Pick<Import, 'from' | 'to'>[]): string[][] {
  const circles: string[][] = [];
  // A component may draw itself.
  const targets = Map.groupBy(
    imports.filter(({ from, to }) => from !== to),
    ({ from }) => from,
  );
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (done.has(file)) return;
    const met = way.indexOf(file);
    if (met >= 0) {
      circles.push(way.slice(met));
      return;
    }
    for (const { to } of targets.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return circles;
}
