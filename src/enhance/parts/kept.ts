// What was typed and is not known to be saved, kept in this browser until it is: by person and address, so that whoever
// uses the same telephone next is never shown it. A browser may refuse to keep anything (private windows, full disk):
// then nothing is kept and nothing breaks.

/** What a form holds, by field in its order; a ticked box is its value, an unticked one is not there. */
export type Values = [name: string, value: string][];
/** `writer` and `count` name the save that carried it; `version` is the stored text that it began from. */
export type Kept = { version: string; writer: string; count: number; at: number; values: Values };

const MARK = 'kept:';
const LONGEST_MS = 7 * 86_400_000;

/** The name under which a form's values are kept. */
export const placeOf = (person: string, url: string) => `${MARK}${person}:${url}`;

export function keep(place: string, what: Omit<Kept, 'at'>): void {
  try {
    localStorage.setItem(place, JSON.stringify({ ...what, at: Date.now() } satisfies Kept));
  } catch {}
}

/** Removes what is kept; with a writer, only if it is that one's. */
export function forget(place: string, writer?: string): void {
  try {
    if (writer === undefined || kept(place)?.writer === writer) localStorage.removeItem(place);
  } catch {}
}

/** What is kept under a name and not too old, or null. */
export function kept(place: string): Kept | null {
  try {
    const value = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null;
    return value && Array.isArray(value.values) && value.at > Date.now() - LONGEST_MS ? value : null;
  } catch {
    return null;
  }
}

/** Removes what nobody came back for in a week; with `all`, everything, whoever's: somebody signs out. */
export function sweep(all = false): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(MARK) && (all || !kept(name))) localStorage.removeItem(name);
  } catch {}
}

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const isTicked = (box: Box): box is HTMLInputElement =>
  box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio');

/** The boxes that a person fills in; files cannot be kept, and passwords must not. */
function boxesOf(form: HTMLFormElement): Box[] {
  return [...form.elements].filter(
    (box): box is Box =>
      box instanceof HTMLTextAreaElement ||
      box instanceof HTMLSelectElement ||
      (box instanceof HTMLInputElement && !['hidden', 'file', 'password', 'submit'].includes(box.type)),
  );
}

export function valuesOf(form: HTMLFormElement): Values {
  return boxesOf(form).flatMap((box) => (isTicked(box) && !box.checked ? [] : [[box.name, box.value]]));
}

/** Whether kept values say anything else than the form does. */
export function differs(form: HTMLFormElement, values: Values): boolean {
  const plain = (given: Values) => JSON.stringify(given.map(([name, value]) => [name, value.replaceAll('\r', '')]));
  const names = new Set(boxesOf(form).map((box) => box.name));
  return plain(valuesOf(form)) !== plain(values.filter(([name]) => names.has(name)));
}

/** Writes kept values back; hidden values stay as the server gave them. */
export function fill(form: HTMLFormElement, values: Values): void {
  for (const box of boxesOf(form)) {
    const given = values.filter(([name]) => name === box.name).map(([, value]) => value);
    if (isTicked(box)) box.checked = given.includes(box.value);
    else if (given[0] !== undefined) box.value = given[0];
  }
}
