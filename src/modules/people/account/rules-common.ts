import { fold } from '#platform/vietnamese.ts';

/*
 * What people choose first, as the public lists of leaked passwords and the habits of Vietnamese keyboards show it: a word or
 * two of these, with a few digits or signs behind or before. Kept as stems, since the endings are always the same ones; with
 * them this stands for some hundred thousand passwords of ten letters and more.
 */
const STEMS = `
  password passwd passw pass passwort passcode secret letmein welcome login logon signin master admin administrator root user
  guest test tester testing demo default system server computer laptop internet windows microsoft google facebook youtube
  gmail yahoo hotmail zalo tiktok instagram twitter samsung iphone nokia oppo xiaomi apple android linux ubuntu oracle cisco
  changeme change temp temporary access security private public office work company manager support service hello hi hey
  iloveyou ilove love lovely lover loveme loveyou sweet sweetheart baby babygirl babyboy honey darling angel princess prince
  queen king kingdom sunshine sunflower flower rose lily summer winter spring autumn monday friday january february march
  april june july august september october november december football soccer baseball basketball hockey tennis liverpool
  chelsea arsenal barcelona realmadrid manchester manutd united ronaldo messi superman batman spiderman pokemon pikachu naruto
  dragon monkey tiger lion eagle panda kitty hellokitty dog cat butterfly cheese chocolate cookie banana orange apple pepper
  shadow hunter ranger killer ninja samurai soldier warrior matrix starwars starwar jordan michael jennifer jessica daniel
  charlie thomas robert andrew george william anthony joshua matthew jackson nicole ashley amanda samantha michelle maria
  computer whatever nothing anything freedom forever friend friends family mother father sister brother daddy mommy mother
  trustno blessed jesus jesuschrist christ god heaven hope faith peace happy happiness lucky smile beautiful pretty number
  money dollar million gold golden silver diamond crystal purple yellow green blue red black white orange pink mustang ferrari
  mercedes toyota honda yamaha harley porsche cowboy cowboys yankees lakers eagles steelers raiders player gamer gaming
  minecraft fortnite roblox league legends dota counter strike warcraft asdf asdfg asdfgh asdfghjkl qwer qwert qwerty qwertyui
  qwertyuiop qwertz azerty zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc edcrfv qweasd qweasdzxc asdzxc poiuy poiuytrewq
  lkjhg lkjhgfdsa mnbvc mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcxyz xyz aaa aaaa zzz xxx qqq www asd zxc
  qwe qaz wsx
  matkhau matkhaumoi matkhaucu matkhaucuatoi khongcomatkhau khongnho khongbiet khongco quenmatkhau quenroi dangnhap
  taikhoan nguoidung quantri quanly nhanvien canbo canbocongchuc congchuc vienchuc coquan vanphong hethong maytinh mayvitinh
  anhyeuem emyeuanh yeuem yeuanh yeuemnhieu yeuanhnhieu yeuminhem yeunhau tinhyeu yeuthuong yeuthuongnhieu nhomem nhoanh
  mayeucon conyeume bomeyeu bome bame chame giadinh giadinhtoi giadinhhanhphuc conyeu conyeubome vochong voyeu chongyeu
  conga congai contrai emgai anhtrai banbe banthan hanhphuc maymat mayman binhan binhyen suckhoe thanhcong phattai phatdat
  tienbac tienty trieuphu toilatoi toiyeu toiyeuem toiyeuvietnam yeuvietnam vietnam vietnamvodich vietnamtoiyeu vietnamtuoidep
  chucmung chucmungnammoi nammoi xuan tetnguyendan mualoc xinchao chaoban camon dcmm deobiet concac vailon haha hihi hehe
  hochiminh bacho bachoviedai bachokinhyeu chutichhochiminh dangcongsan dangvien chibo danguy tinhuy huyenuy uybannhandan
  ubnd mattran mttq hoiphunu doanthanhnien thanhnien nongdan congdoan cuuchienbinh danvan danvankheo dvkheo thidua khenthuong
  banchidao nongthonmoi doclap tudo doclaptudohanhphuc quequhuong quehuong tinhbien datnuoc tosquoc toquoc hoabinh
  hanoi saigon tphcm hcm haiphong danang cantho hue angiang baria vungtau bariavungtau bacgiang backan baclieu bacninh bentre
  binhdinh binhduong binhphuoc binhthuan camau caobang daklak daknong dienbien dongnai dongthap gialai hagiang hanam hatinh
  haiduong haugiang hoabinh hungyen khanhhoa kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh
  ninhthuan phutho phuyen quangbinh quangnam quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa
  thuathienhue tiengiang travinh tuyenquang vinhlong vinhphuc yenbai rachgia hatien phuquoc longxuyen chaudoc nhatrang dalat
  quynhon mytho bienhoa thuduc caobang
  nguyen tran phan pham hoang huynh dang bui duong nguyenvan nguyenthi tranvan tranthi levan lethi phamvan phamthi hoangvan
  nguyenvana tuan hung dung minh anh linh trang huong thao phuong hoa lan mai hong thuy thanh hai nam long son quang khanh
  vuong thang tung duc hieu hoang kiet nhung ngoc nga hanh hang yen loan tuyet kieu diem my nhi vy uyen tram ngan
  thanhtung sontung sontungmtp mtp bigbang blackpink bts exo doraemon conan songoku lienquan freefire pubg gunny audition
  khoqua ngon ngonlanh dethuong cute xinh xinhdep depTrai deptrai xinhgai congchua hoangtu thiennhien baihat hoahong hoamai
  hoasen hoasung sen bong bongda caulong bongchuyen thethao amnhac dulich hoctap hocsinh sinhvien giaovien bacsi congan bodoi
  quandoi truonghoc daihoc lophoc
`
  .split(/\s+/)
  .filter(Boolean)
  .map((stem) => stem.toLowerCase());
const KNOWN = new Set(STEMS);

/** Rows that fingers walk along, forwards and back. */
const WALKS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmik',
  '147258369147258369',
  '159357159357',
  '11223344556677889900',
  'aabbccddeeffgghhiijj',
  'a1b2c3d4e5f6g7h8i9j0',
];
const BOTH_WAYS = [...WALKS, ...WALKS.map((walk) => [...walk].reverse().join(''))];

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };
const unleet = (text: string) => text.replace(/[013457@$]/g, (sign) => LEET[sign] ?? sign);

/** What stays of a password without what everybody puts before and behind: digits (a year, a birthday) and signs. */
const bare = (text: string) => text.replace(/^[^a-z]{1,9}|[^a-z]{1,9}$/g, '');

/** True for one or two of the stems and nothing else: 'matkhaumoi', 'yeuvietnam'. */
function isMadeOfStems(text: string): boolean {
  if (KNOWN.has(text)) return true;
  return STEMS.some((stem) => text.startsWith(stem) && KNOWN.has(text.slice(stem.length)));
}

const walks = (text: string) => BOTH_WAYS.some((walk) => walk.includes(text));

/** True for a short piece said again and again, and for one or two walks over the keys: '123123123123', 'qwerty12345'. */
function isPattern(text: string): boolean {
  if (/^(.{1,5}?)\1+.{0,2}$/u.test(text) || walks(text)) return true;
  return [4, 5, 6, 7, 8].some((at) => text.length >= at + 3 && walks(text.slice(0, at)) && walks(text.slice(at)));
}

/** Whether a password is among the commonest, however it is capitalised, marked or spaced. */
export function isCommon(password: string): boolean {
  const [plain, raw] = [fold(password).replaceAll(' ', ''), password.toLowerCase().replace(/\s/g, '')];
  // Digits alone are a telephone number or a day.
  if (/^\d{1,12}$/.test(plain)) return true;
  return [plain, raw].some((text) => isPattern(text) || isMadeOfStems(bare(text)) || isMadeOfStems(unleet(bare(raw))));
}
