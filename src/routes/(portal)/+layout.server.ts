import { portalFrame } from '#modules/portal/directory/server/queries.ts';
import type { LayoutServerLoad } from './$types';
import { addressOf } from './address.ts';
import { asVisitor } from './visitor.ts';

export const load: LayoutServerLoad = async (event) => ({
  address: addressOf(event.url),
  frame: await asVisitor(event, (db) => portalFrame(db)),
});
