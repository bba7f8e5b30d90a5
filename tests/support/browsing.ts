import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../src/modules/people/session/rules.ts';
import { hashPassword } from '../../src/platform/server/passwords.ts';
import { type Cast, openCast, type PersonName } from './cast.ts';
import { launchChromium } from './chromium.ts';
import { siteOf } from './portal.ts';
import type { Site } from './site.ts';

export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const PASSWORD = 'ba bờ dừa xanh';

export interface Stage {
  cast: Cast;
  site: Site;
  browser: Browser;
  /** What browsers and site have complained of so far: errors of scripts, refusals of the content policy, answers of 500. */
  complaints: string[];
  /** A browser of its own, in which `person` is signed in; null: a visitor. */
  enter(person: PersonName | null, options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
}

/** The cast in its province, the built site on it, and Chromium; `prepare` fills the province before the site starts. */
export async function openStage(prepare?: (cast: Cast) => Promise<unknown>): Promise<Stage> {
  const cast = await openCast();
  await cast.asOwner('update account set password_hash = $1', [await hashPassword(PASSWORD)]);
  await prepare?.(cast);
  const [site, browser] = await Promise.all([siteOf(cast), launchChromium()]);
  const complaints: string[] = [];
  return {
    cast,
    site,
    browser,
    complaints,
    async enter(person, options = DESK) {
      const context = await browser.newContext({ baseURL: site.origin, locale: 'vi-VN', ...options });
      context.setDefaultTimeout(20_000);
      const value = person && (await cast.sessionOf(person));
      if (value) await context.addCookies([{ name: SESSION_COOKIE, value, url: site.origin }]);
      const page = await context.newPage();
      listen(page, complaints);
      return { context, page };
    },
    async close() {
      await browser.close();
      await site.stop();
      await cast.close();
    },
  };
}

function listen(page: Page, complaints: string[]): void {
  const say = (what: string) => complaints.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('pageerror', (error) => say(String(error)));
  page.on('console', (message) => {
    // A form that was refused, and a network that is cut, are no faults of the page.
    const refused = /Failed to load resource: (the server responded with a status of 4|net::ERR_)/;
    if (['error', 'warning'].includes(message.type()) && !refused.test(message.text())) say(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) say(`${response.status()} ${response.url()}`);
  });
}
