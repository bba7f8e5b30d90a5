import { sheetOf } from '../sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => sheetOf(event, 'csv');
