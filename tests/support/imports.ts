import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { projectRoot } from '../../src/platform/server/project-root.ts';

export type Import = {
  from: string;
  line: number;
  /** A path like `src/platform/i18n.ts`, or the name of a package as it is written. */
  to: string;
  /** Gone at run time: `import type`, or every name in it marked `type`. */
  isType: boolean;
};

const ALIASES = {
  '#platform/': 'src/platform/',
  '#modules/': 'src/modules/',
  '#ui/': 'src/ui/',
  '#messages/': 'src/messages/',
};

const STATEMENTS =
  /^[ \t]*(?:import\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?|export\s+(type\s+)?(\*[\w\s]*|\{[^}]*\})\s*from\s+)['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every file below a folder of the project, as paths from its root with forward slashes. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(projectRoot(), folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(projectRoot(), file).split(sep).join('/')).sort();
}

/** The text of a file named from the root of the project. */
export function textOf(file: string): string {
  return readFileSync(join(projectRoot(), file), 'utf8');
}

/** What a file imports, static and dynamic, aliases and relative paths resolved. */
export function importsOf(from: string, text = textOf(from)): Import[] {
  const found: Import[] = [];
  const add = (at: number, name: string, isType: boolean) => {
    found.push({ from, line: text.slice(0, at).split('\n').length, to: resolved(from, name), isType });
  };
  for (const match of text.matchAll(STATEMENTS)) {
    const [whole, type, names = '', exportType, , name = ''] = match;
    // The match may begin with the blank before the statement; the line is that of the name.
    add(match.index + whole.length, name, Boolean(type ?? exportType) || onlyTypes(names));
  }
  for (const match of text.matchAll(DYNAMIC)) add(match.index, match[1] ?? '', false);
  return found;
}

function onlyTypes(names: string): boolean {
  const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inBraces === undefined) return false;
  const each = inBraces
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}

function resolved(from: string, name: string): string {
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (name.startsWith(alias)) return folder + name.slice(alias.length);
  }
  if (name.startsWith('.')) return join(dirname(from), name).split(sep).join('/');
  return name;
}
