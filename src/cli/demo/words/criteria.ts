// After what towns have published, in words of our own; which of them a province uses is its own choice.
const SOURCE = 'Dữ liệu mẫu, theo các tiêu chí mà một số địa phương đã công bố';

const COLLECTIVE: [vi: string, en: string][] = [
  ['Có cách làm sáng tạo, tiết kiệm thời gian và chi phí', 'Creative, saving time and cost'],
  ['Người dân tự nguyện chấp hành chủ trương, pháp luật', 'People keep policy and law of their own will'],
  ['Huy động được nhiều lực lượng cùng tham gia', 'Brings many forces together'],
  ['Hài hòa lợi ích của xã hội, tập thể và cá nhân', 'Balances the interests of society, collective and person'],
  [
    'Có hiệu quả rõ về kinh tế - xã hội hoặc quốc phòng - an ninh',
    'A clear effect on the economy and society, or on defence and security',
  ],
  ['Có thể duy trì lâu dài và nhân rộng', 'Can last and be replicated'],
];

const INDIVIDUAL: [vi: string, en: string][] = [
  ['Bản thân và gia đình gương mẫu', 'Exemplary, with the family'],
  ['Có sáng kiến, việc làm hay', 'Gives good ideas and acts on them'],
  ['Đề xuất cách tháo gỡ việc tồn đọng', 'Proposes ways out of long-standing problems'],
  ['Tận tụy phục vụ nhân dân', 'Serves people wholeheartedly'],
  ['Đạt "Gia đình văn hóa", hoàn thành nhiệm vụ trong năm', '"Cultured family" of the year, duties completed'],
];

/** The checklist of a subject, as rows of table `criterion` without ids. */
export function criteriaOf(subject: 'collective' | 'individual') {
  const list = subject === 'collective' ? COLLECTIVE : INDIVIDUAL;
  const letter = subject === 'collective' ? 'TT' : 'CN';
  return list.map(([text_vi, text_en], at) => ({
    subject,
    code: `${letter}${at + 1}`,
    text_vi,
    text_en,
    position: at + 1,
    source: SOURCE,
  }));
}
