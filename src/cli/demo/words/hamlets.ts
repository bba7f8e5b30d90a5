const words = (list: string) => list.split(', ');

// Names of hamlets as the delta has them; which commune has which is invented.
export const COMMUNE_HAMLETS = words(
  'An Phước, An Hòa, Bình Lợi, Bình Hòa, Cái Nước, Đông Phước, Đông Bình, Hòa Bình, Hòa Thạnh, Hưng Phát, Kinh Mới, ' +
    'Kinh Một, Kinh Ranh, Minh Hưng, Minh Kiên, Mỹ Bình, Mỹ Hưng, Ngã Bát, Ngã Cạy, Phước Lợi, Phước Thạnh, Phước Tân, ' +
    'Rạch Tre, Rạch Dừa, Tân Phát, Tân Bình, Tân Đời, Tân Hưng, Tân Quới, Thạnh An, Thạnh Hòa, Thạnh Lợi, Thạnh Trung, ' +
    'Thới Bình, Thuận Phước, Trà Phô, Vàm Rạch, Vĩnh Lộc, Vĩnh Tân, Vĩnh Thành, Xẻo Cạn, Xẻo Bần, Xẻo Đước',
);

export const ISLAND_HAMLETS = words(
  'Bãi Bấc, Bãi Chệt, Bãi Giếng, Bãi Nhà, Bãi Thiên, Củ Tron, Dinh Bà, Gành Dừa, Hòn Mấu, Hòn Một, Rạch Hàm, Rạch Vẹm, Suối Cát, Suối Lớn',
);

export const TOWNSHIP_QUARTERS = words(
  'Bình An, Chợ Mới, Đông An, Hòa An, Minh An, Minh Lạc, Phước Hưng, Tân An, Thị Tứ, Thuận Hòa, Trung Tâm, Xẻo Rô',
);
