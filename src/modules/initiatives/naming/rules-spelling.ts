import { fold, nfc } from '#platform/vietnamese.ts';
import { doubtfulWords, repairText } from '#platform/vietnamese-legacy.ts';
import { expanded } from '../similarity/rules-words.ts';

const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?$/;
const RHYME =
  /^(?:a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|eo|ep|et|ech|enh|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oc|oe|oen|oet|oi|om|on|ong|ooc|oong|op|ot|u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|uyn|uat|uau|y|ya|yem|yen|yet|yeu|yt|ym|yn|ynh|ych)$/;

// Words from elsewhere that names of models use.
const FOREIGN = new Set(
  'camera cafe zalo facebook wifi internet online fanpage website web app qr video clip email khmer covid karaoke vietgap globalgap ocop biogas compost pin livestream tiktok youtube podcast ai chatbot robot smart led solar atm shop taxi container logo pano panel homestay startup marketing drone stop karate yoga zumba gas nilon nylon vaccine vacxin game golf wc vneid smartphone iphone telegram viber covid19 sars ecopark hotline feedback'.split(
    ' ',
  ),
);

// Syllables that are hardly ever written without a mark when they mean what they mean in such names.
const NEED_MARKS = new Set(
  'dong nhan dan duong nong moi hoi nu xa ap phuong khom huyen hinh mo kheo viec lam hoa nha truong hoc rac thai giup ngheo von tiet kiem doan ket bao ve nguoi cay cau den giu gin trat cong hien dat gop von mua the y te tre em phu'.split(
    ' ',
  ),
);

const REPEATED_RIGHTLY = new Set(
  'người nhà ngành ngày đêm luôn thường sinh xanh vui khéo mãi dần nơi ai đời tổ xóm làng ấp lớp'.split(' '),
);

/** Whether a name holds slips of the keyboard, lost marks or the letters of an older encoding. */
export function isMisspelt(name: string): boolean {
  const { text, repaired } = repairText(name);
  if (repaired && text !== nfc(name)) return true;
  if (text.includes('\uFFFD') || /\p{L}\?\p{L}/u.test(text) || /&#?\w+;/.test(text)) return true;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const spelled = words.filter((word) => !isShort(word)).join(' ');
  if (doubtfulWords(spelled) > 0 || hasLostMarks(text)) return true;
  return isRepeated(text) || words.some(isImpossible);
}

/** An abbreviation is no syllable, and need not be one. */
const isShort = (word: string) => word.length <= 6 && (expanded(fold(word)) !== undefined || /^\p{Lu}+$/u.test(word));

/** A word, or two, and the same again: pasted twice. */
function isRepeated(text: string): boolean {
  const twice = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,}(?: [\p{L}\p{M}]+)?) \1(?![\p{L}\p{M}])/iu.exec(text)?.[1];
  return twice !== undefined && !REPEATED_RIGHTLY.has(twice.toLowerCase().split(' ')[0] as string);
}

/** A run of so many words without a mark is hardly ever meant so. */
const RUN = /(?:(?<![\p{L}\p{M}])[a-z]+(?![\p{L}\p{M}]) ?){6,}/gu;

/** Written without any mark, wholly or over a stretch, with syllables that need one. */
function hasLostMarks(text: string): boolean {
  if (/[^\x20-\x7E–—“”‘’…]/.test(text)) return (text.match(RUN) ?? []).some((run) => hasLostMarks(run));
  const words = fold(text).split(' ');
  return words.filter((word) => NEED_MARKS.has(word)).length >= 2;
}

/** A word in small letters that no Vietnamese syllable can be; names with a capital and abbreviations are left alone. */
function isImpossible(word: string): boolean {
  if (/^\p{Lu}/u.test(word) && !/^\p{Lu}\p{Ll}*[^\x20-\x7E]\p{Ll}*$/u.test(word)) return false;
  const plain = fold(word);
  if (plain.length < 2 || FOREIGN.has(plain) || expanded(plain) !== undefined || UNITS.has(plain)) return false;
  const onset = /^(?:ngh|ng|nh|gh|gi(?=[aeouy])|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?/.exec(plain)?.[0] ?? '';
  const rhyme = plain.slice(onset.length) || (onset === 'gi' ? 'i' : '');
  return !(ONSET.test(onset) && RHYME.test(rhyme === '' ? onset.slice(-1) : rhyme));
}

const UNITS = new Set(['km', 'ha', 'kg', 'cm', 'tv', 'kwh', 'm']);
