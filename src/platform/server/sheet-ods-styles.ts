import { type Letters, lettersOfFont } from '../vietnamese-legacy.ts';
import { attribute } from './sheet-xml.ts';

type Family = 'table-cell' | 'text';
type Style = { parent: string; letters: Letters | '' | null; hides: boolean };

/** The styles of an .ods, as far as they say which letters a font shows and which sheets are hidden. */
export class OdsStyles {
  readonly #styles = new Map<string, Style>();
  readonly #faces = new Map<string, Letters | ''>();
  #inside: Style | undefined;

  open(tag: string, attributes: string): void {
    if (tag === 'font-face') this.#addFace(attributes);
    else if (tag === 'style' || tag === 'default-style') this.#addStyle(tag, attributes);
    else if (tag === 'text-properties' && this.#inside) this.#inside.letters = this.#fontIn(attributes);
    else if (tag === 'table-properties' && this.#inside)
      this.#inside.hides = attribute(attributes, 'display') === 'false';
  }

  close(tag: string): void {
    if (tag === 'style' || tag === 'default-style') this.#inside = undefined;
  }

  /** The letters that a style's font shows; null where neither it nor a style that it follows names a font. */
  lettersOf(family: Family, name: string): Letters | '' | null {
    let style = this.#styles.get(`${family} ${name}`) ?? this.#styles.get(`${family} `);
    for (let depth = 0; style && depth < 20; depth += 1) {
      if (style.letters !== null) return style.letters;
      style = style.parent ? this.#styles.get(`${family} ${style.parent}`) : undefined;
    }
    return null;
  }

  /** True for a style of sheets that are not shown. */
  hides(name: string): boolean {
    return this.#styles.get(`table ${name}`)?.hides === true;
  }

  #addFace(attributes: string): void {
    const family = attribute(attributes, 'font-family') ?? '';
    this.#faces.set(attribute(attributes, 'name') ?? '', lettersOfFont(bare(family)));
  }

  #addStyle(tag: string, attributes: string): void {
    const name = tag === 'style' ? (attribute(attributes, 'name') ?? '') : '';
    this.#inside = { parent: attribute(attributes, 'parent-style-name') ?? '', letters: null, hides: false };
    this.#styles.set(`${attribute(attributes, 'family') ?? ''} ${name}`, this.#inside);
  }

  #fontIn(attributes: string): Letters | '' | null {
    const name = attribute(attributes, 'font-name');
    if (name !== undefined) return this.#faces.get(name) ?? lettersOfFont(name);
    const family = attribute(attributes, 'font-family');
    return family === undefined ? null : lettersOfFont(bare(family));
  }
}

const bare = (family: string) => family.replace(/^'|'$/g, '');
