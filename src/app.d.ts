import type { Language, Translate } from '#platform/i18n.ts';
import type { Context } from '#platform/server/context.ts';

declare global {
  namespace App {
    interface Locals {
      ctx: Context;
      /** True with a session; pages under /office need one. */
      signedIn: boolean;
      language: Language;
      t: Translate;
    }
    interface Error {
      message: string;
      requestId?: string;
    }
  }
}
