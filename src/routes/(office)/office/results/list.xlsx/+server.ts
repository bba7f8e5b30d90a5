import { fileOf } from '../asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => fileOf(event, 'xlsx');
