import type { Transition } from '#modules/initiatives/registration/rules.ts';
import type { Part } from '#modules/initiatives/registration/schema.ts';

/** Reasons as officers and registrants give them. */
export const REASONS: Partial<Record<Transition, readonly string[]>> = {
  return: [
    'Tên mô hình còn chung chung, đề nghị chọn tên sát với nội dung và chức năng của đơn vị.',
    'Chưa có chỉ tiêu đo được, đề nghị bổ sung số hộ tham gia và kết quả dự kiến.',
    'Chưa nêu rõ lực lượng tham gia và trách nhiệm từng bên.',
    'Nội dung gần giống mô hình đã đăng ký của Mặt trận ấp, đề nghị làm rõ phần riêng của đơn vị.',
  ],
  decline: [
    'Kết quả đạt dưới một nửa chỉ tiêu đã đăng ký.',
    'Chưa có minh chứng về kết quả, biên bản và sổ theo dõi còn thiếu.',
    'Thực hiện chưa liên tục, mới triển khai trong quý cuối năm.',
    'Phạm vi tham gia còn hẹp, chưa thể hiện được sức lan tỏa.',
    'Nội dung thuộc nhiệm vụ thường xuyên, chưa có cách làm riêng.',
  ],
  withdraw: [
    'Đơn vị điều chỉnh kế hoạch, chuyển sang năm sau.',
    'Người phụ trách chuyển công tác, chưa có người thay.',
    'Nhập chung với mô hình của chi bộ ấp.',
  ],
  defer: [
    'Chờ mùa nước rút mới làm được tuyến đường, xem lại theo hẹn.',
    'Đang chờ ý kiến thống nhất của chi bộ ấp về mức đóng góp.',
    'Người phụ trách đi học tập trung, xem lại khi về.',
  ],
  annul: ['Nhập trùng với hồ sơ đã có.', 'Đăng ký nhầm kỳ.'],
};

/** Of each reason to return the part that it is about, and what is asked there. */
export const PART_REASONS: readonly (readonly [Part, string])[] = [
  ['name', 'Nêu rõ việc làm và nơi làm, bỏ những chữ chung chung.'],
  ['objectives', 'Ghi số hộ, số người tham gia và thời hạn.'],
  ['forces', 'Ghi ai chủ trì, ai phối hợp và mỗi bên làm việc gì.'],
  ['content', 'Nêu điểm khác với mô hình của Mặt trận ấp.'],
];

/** What an appraiser writes beside a proposal. */
export const PRAISE = [
  'Đủ tiêu chí, đề nghị công nhận.',
  'Cách làm rõ, kết quả có số liệu, đề nghị công nhận.',
  'Hiệu quả thiết thực, nhân dân đồng tình.',
  '',
];
