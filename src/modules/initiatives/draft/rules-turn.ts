/** Which page of a browser saved a draft, and its how-manieth save it was; an empty name for a form that no script watches. */
export interface Writer {
  version: number;
  writer: string;
  writerCount: number;
}

/**
 * What a save is to the draft as it is stored: the next one; one that is stored already, because its answer was lost or a later
 * one came before it; or one that began from an older text than another page has stored since, which must not take its place.
 */
export function turnOf(stored: Writer, brought: Writer): 'next' | 'done' | 'newer' {
  if (brought.writer !== '' && brought.writer === stored.writer)
    return brought.writerCount > stored.writerCount ? 'next' : 'done';
  return brought.version === stored.version ? 'next' : 'newer';
}
