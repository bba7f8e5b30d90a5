import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The folder of this project (where package.json is named kheo), also when the caller runs from a bundle below it. */
export function projectRoot(): string {
  found ??= above(import.meta.dirname ?? process.cwd()) ?? above(process.cwd());
  if (!found) throw new Error('the folder of the project (package.json named kheo) was not found');
  return found;
}

function above(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'kheo') return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
