export const vi = {
  'unit.boundaries': 'Đọc ranh giới đơn vị',
  'unit.boundaries.file': 'Tệp phải là GeoJSON (FeatureCollection) có nhiều nhất 20.000 vùng, không quá 20 MB.',
  'unit.boundaries.code': 'Vùng {feature} ({label}): {unit}, theo mã.',
  'unit.boundaries.name': 'Vùng {feature} ({label}): {unit}, theo tên.',
  'unit.boundaries.unknown': 'Vùng {feature} ({label}): không có đơn vị nào mang mã hay tên này vào ngày đó.',
  'unit.boundaries.ambiguous': 'Vùng {feature} ({label}): nhiều đơn vị mang tên này; cần mã đơn vị.',
  'unit.boundaries.doubled': 'Vùng {feature} ({label}): {unit} đã có một vùng ở trên.',
  'unit.boundaries.type': 'Vùng {feature} ({label}): hình phải là Polygon hay MultiPolygon.',
  'unit.boundaries.rings': 'Vùng {feature} ({label}): đường ranh giới không khép kín, thiếu điểm hoặc quá nhỏ.',
  'unit.boundaries.range':
    'Vùng {feature} ({label}): tọa độ phải là kinh độ, vĩ độ tính bằng độ (WGS 84), không phải mét.',
  'unit.boundaries.many': 'Vùng {feature} ({label}): quá nhiều điểm (nhiều nhất 50.000 điểm, 5.000 đường khép kín).',
};
