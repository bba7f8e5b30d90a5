// What stands after the first consonants of a Vietnamese syllable, without its tone.
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăp oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôp uôt
  uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu ynh yt ych`
    .trim()
    .split(/\s+/),
);
const ONSET = /^(?:ngh|ng|nh|gh|kh|ph|th|tr|ch|kr|[bcdđghklmnprstvx])?/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
// Here the tone stands on the first vowel, never behind.
const LEADING = new Set('eo ao ai oi ui ưi ơi ôi au âu êu iu ưu ay ây ia ua ưa'.split(' '));
const STOPPED = /(?:c|ch|k|p|t)$/;

// The words of a language come again and again.
const known = new Map<string, boolean>();

/** True for a word that can be a Vietnamese syllable by its letters and its tone. */
export function isSyllable(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const is = canBeSyllable(word);
  if (word.length < 12 && known.size < 20_000) known.set(word, is);
  return is;
}

function canBeSyllable(word: string): boolean {
  // 'tÕ' is how 'tế' looks in TCVN3: nobody writes a capital inside a word.
  if (/\p{Ll}\p{Lu}/u.test(word)) return false;
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONES) ?? [];
  const plain = apart.replace(TONES, '').normalize('NFC');
  // A stopped syllable has a rising or a low tone; without one a mark was only left out.
  if (tones.length > 1 || (tones.length === 1 && !/[\u0301\u0323]/.test(tones[0]!) && STOPPED.test(plain)))
    return false;
  const rime = plain.replace(ONSET, '');
  if (LEADING.has(rime) && !/^(qu|gi)/.test(plain) && toneAt(word) > plain.length - rime.length) return false;
  return (
    RIMES.has(rime) ||
    (/^(qu|gi)./.test(plain) && RIMES.has(plain.slice(2))) ||
    // 'gì', and words in which the i of 'gi' belongs to the rime: 'giêng'.
    (plain.startsWith('g') && RIMES.has(plain.slice(1)))
  );
}

/** Which letter bears the tone; -1 for none. */
function toneAt(word: string): number {
  return [...word.normalize('NFC')].findIndex((letter) => letter.normalize('NFD').search(TONES) >= 0);
}
