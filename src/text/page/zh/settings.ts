/** What a person reads about the settings that hold on every page, in Chinese. */
export const zhSettings = {
  inUse: '各页共用的设置已计入：{{names}}。',
  departs: '这里与各页共用的设置不同：{{names}}。',
  otherYear: '年度（各页 {{year}}）',
  follow: '改回共用的设置',
  forAll: '各页都这样',
  left: '以前设置的 {{names}}，现在的规则里没有这一项或这一选择，没有沿用。',
  noted: '知道了',
  unread: '上次保存的设置有一部分读不出来，没有沿用；其余照旧。请核对。',
};
