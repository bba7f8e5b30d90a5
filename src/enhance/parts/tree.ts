// The tree of units: a branch opens in place, arrows move from line to line, typing goes to a name.

const TWIG = 'a[data-twig]';
/** What is typed within this time is one word. */
const WORD_MS = 700;

/** Letters without marks; enough for names that somebody types the beginning of. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

const lineOf = (from: Element | null) => from?.closest<HTMLElement>('[data-tree] li') ?? null;
const branchOf = (line: HTMLElement) => line.querySelector<HTMLElement>(':scope > ul');
const twigOf = (line: HTMLElement) => line.querySelector<HTMLAnchorElement>(`:scope > div > ${TWIG}`);
/** What the keys stop at: the name of a line. */
const stopOf = (line: HTMLElement) => line.querySelector<HTMLAnchorElement>(`:scope > div > a:not([data-twig])`);
const isOpen = (line: HTMLElement) => branchOf(line)?.hidden === false;

function go(line: HTMLElement | null | undefined): void {
  const stop = line && stopOf(line);
  stop?.focus({ preventScroll: true });
  stop?.scrollIntoView({ block: 'nearest' });
}

/** Opens or closes a branch in place; what cannot be fetched is gone to instead. */
async function toggle(twig: HTMLAnchorElement): Promise<void> {
  const line = lineOf(twig);
  if (!line || twig.ariaBusy === 'true') return;
  const there = branchOf(line);
  if (there) there.hidden = !there.hidden;
  else {
    twig.ariaBusy = 'true';
    const fetched = await fetchBranch(twig.dataset.twig ?? '');
    twig.ariaBusy = null;
    if (!fetched) {
      location.href = twig.href;
      return;
    }
    line.append(fetched);
  }
  twig.ariaExpanded = String(isOpen(line));
}

async function fetchBranch(address: string): Promise<Element | null> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const branch = page.querySelector('ul[data-branch]');
    return branch && document.importNode(branch, true);
  } catch {
    return null;
  }
}

function shown(tree: HTMLElement): HTMLElement[] {
  return [...tree.querySelectorAll<HTMLElement>('li')].filter((line) => line.checkVisibility());
}

let word = '';
let typedAt = 0;
/** The next line whose name, with or without its kind, begins with what is being typed. */
function lineByName(lines: HTMLElement[], at: number, key: string, now: number): HTMLElement | undefined {
  word = now - typedAt < WORD_MS ? word + key : key;
  typedAt = now;
  const begun = fold(word);
  const from = word.length > 1 ? at : at + 1;
  return [...lines.slice(from), ...lines.slice(0, from)].find((line) => {
    const name = fold(stopOf(line)?.textContent ?? '');
    return begun !== '' && (name.startsWith(begun) || name.includes(` ${begun}`));
  });
}

/** Acts on one key in the tree; answers whether it was ours. */
function press(tree: HTMLElement, key: string, now: number): boolean {
  const line = lineOf(document.activeElement);
  const lines = shown(tree);
  const at = line ? lines.indexOf(line) : -1;
  if (key === 'ArrowDown') go(lines[at + 1]);
  else if (key === 'ArrowUp') go(lines[Math.max(0, at - 1)]);
  else if (key === 'Home') go(lines[0]);
  else if (key === 'End') go(lines.at(-1));
  else if (line && key === 'ArrowRight') {
    const twig = twigOf(line);
    if (isOpen(line)) go(lines[at + 1]);
    else if (twig) void toggle(twig);
  } else if (line && key === 'ArrowLeft') {
    const twig = twigOf(line);
    if (twig && isOpen(line)) void toggle(twig);
    else go(lineOf(line.parentElement));
  } else if (line && /^[\p{L}\p{N}]$/u.test(key)) go(lineByName(lines, at, key, now));
  else return false;
  return true;
}

/** Brings the tree of the page to life. */
export function watchTree(): void {
  const tree = document.querySelector<HTMLElement>('[data-tree]');
  if (!tree) return;
  tree.addEventListener('click', (event) => {
    const twig = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(TWIG) : null;
    if (!twig || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void toggle(twig);
  });
  tree.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!press(tree, event.key, event.timeStamp)) return;
    event.preventDefault();
    // The keys of lists are letters too.
    event.stopPropagation();
  });
}
