import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from './imports.ts';

const ROUTES = 'src/routes';

/** `src/routes/(office)/office/people/[id]/+page.svelte` → `/office/people/[id]`. */
function addressOf(file: string): string {
  const folders = dirname(file)
    .slice(ROUTES.length)
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part));
  return folders.join('/') || '/';
}

const unique = (values: readonly string[]) => [...new Set(values)].sort();

/** The address of every route of the site, as the folders say. */
export function everyRoute(): string[] {
  return unique(
    filesUnder(ROUTES)
      .filter((file) => /\/\+(page\.svelte|page\.server\.ts|page\.ts|server\.ts)$/.test(file))
      .map(addressOf),
  );
}

/** What may be sent to the site: `/office/people/[id]?/disable` for a form action (without a name for the default one), `PUT /x` for the rest. */
export async function everyForm(): Promise<string[]> {
  const files = filesUnder(ROUTES).filter((file) => /\/\+(page\.server|server)\.ts$/.test(file));
  const found = files.map(async (file) => {
    const route = addressOf(file);
    const module = (await import(pathToFileURL(file).href)) as { actions?: object };
    const actions = Object.keys(module.actions ?? {});
    const methods = Object.keys(module).filter((name) => ['POST', 'PUT', 'PATCH', 'DELETE', 'fallback'].includes(name));
    return [
      ...actions.map((name) => (name === 'default' ? route : `${route}?/${name}`)),
      ...methods.map((method) => (method === 'POST' ? route : `${method} ${route}`)),
    ];
  });
  return unique((await Promise.all(found)).flat());
}
