export const vi = {
  'appointment.decide_proposals': 'Duyệt nhiệm vụ ở đơn vị mới',
  'transition.none_selected': 'Hãy chọn ít nhất một dòng.',
  'transition.decided_already': 'Các dòng này đã có người duyệt rồi.',
} as const;
