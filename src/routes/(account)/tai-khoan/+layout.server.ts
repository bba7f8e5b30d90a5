import { frameFor } from '../../frame.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => frameFor(locals);
