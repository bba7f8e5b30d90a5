export const vi = {
  'reorganisation.apply': 'Sắp xếp đơn vị theo nghị quyết',
  'reorganisation.units': 'Đổi cây đơn vị',
  'reorganisation.undo': 'Gỡ lần sắp xếp đơn vị',
  'reorganisation.restore_units': 'Trả cây đơn vị về như trước',
  'reorganisation.why_not.administrator': 'Việc sắp xếp đơn vị do người quản trị làm.',
  'reorganisation.resolution_missing': 'Hãy ghi số nghị quyết, quyết định làm căn cứ.',
  'reorganisation.day_missing': 'Hãy ghi ngày theo dạng 01/07/2025.',
  'reorganisation.name_missing': 'Hãy ghi tên đơn vị.',
  'reorganisation.too_long': 'Nhiều nhất {max} ký tự.',
  'reorganisation.newer':
    '{count} đơn vị đã có thay đổi vào ngày ấy hoặc sau đó: {names}. Hãy gỡ lần sắp xếp sau trước, hoặc xem lại ngày hiệu lực.',
  'reorganisation.undone_already': 'Lần sắp xếp này đã được gỡ.',
  'reorganisation.resting_acts':
    'Chưa gỡ được: các lần sắp xếp sau dựa trên lần này ({acts}). Hãy gỡ các lần ấy trước.',
  'reorganisation.resting_rows':
    'Chưa gỡ được: ở đơn vị mới đã có người, đăng ký hoặc quyết định. Chuyển hoặc hủy những dữ liệu ấy trước.',
  'reorganisation.problem.empty': 'Chưa có thay đổi nào.',
  'reorganisation.problem.not_standing': 'Đơn vị số {unit} không tồn tại vào ngày trước ngày hiệu lực.',
  'reorganisation.problem.twice': '{name} được nêu hai lần.',
  'reorganisation.problem.code_taken': 'Mã {code} được dùng cho nhiều đơn vị cùng lúc: {names}.',
  'reorganisation.problem.code_doubled': 'Mã {code} được cấp cho nhiều đơn vị mới: {names}.',
  'reorganisation.problem.orphan':
    '{name} còn lại dưới {parent}, là đơn vị không còn nữa. Hãy chuyển {name} về đơn vị khác.',
  'reorganisation.problem.loop': '{name} nằm dưới chính mình.',
  'reorganisation.problem.roots': 'Nhiều đơn vị không có cấp trên: {names}.',
  'reorganisation.problem.kind_unknown': 'Không có loại đơn vị “{kind}” ({name}).',
  'reorganisation.problem.part_alone':
    'Chỉ một phần của {name} có nơi nhận mà {name} không còn. Hãy nêu nơi nhận phần còn lại.',
  'reorganisation.problem.whole_twice': 'Toàn bộ {name} được giao cho một nơi, rồi lại được giao cho nơi khác.',
  'reorganisation.problem.successor_ended': '{name} tiếp nhận đơn vị khác nhưng chính mình không còn.',
  'reorganisation.list.no_heading': 'Danh sách thiếu cột: {columns}.',
  'reorganisation.list.empty': 'Danh sách không có dòng nào.',
  'reorganisation.list.day': 'Dòng {line}: ngày “{value}” phải viết như 2025-07-01.',
  'reorganisation.list.days': 'Một danh sách chỉ có một ngày hiệu lực; ở đây có: {days}.',
  'reorganisation.list.share': 'Dòng {line}: “{value}” phải là whole (toàn bộ) hoặc part (một phần).',
  'reorganisation.list.to': 'Dòng {line}: thiếu tên hoặc loại của đơn vị mới.',
} as const;
