/** What a person reads about the settings that hold on every page, in Chinese. */
export const zhSettings = {
  inUse: '各页共用的设置已计入：{{names}}。',
  departs: '这里与各页共用的设置不同：{{names}}。',
  departed: '{{name}}（这里 {{here}}，各页 {{shared}}）',
  departsOnPaper: '本表与各页共用的设置（做预算用的）不同：{{names}}。',
  onlyInForce: '只算文件施行的月份',
  joined: '以前各页的设置各管各的，现在预算中的设置也用于这一页：这里的金额可能与上次看到的不同。',
  taken: {
    follow: '已改回共用的设置。',
    forAll: '已作为各页共用的设置。',
    clear: '已清空表单。',
    fill: '已填入，替换了原来填写的内容。',
  },
  follow: '改回共用的设置',
  forAll: '各页都这样',
  left: '以前设置的 {{names}}，现在的规则里没有这一项或这一选择，没有沿用。',
  noted: '知道了',
  unread: '上次保存的设置有一部分读不出来，没有沿用；其余照旧。请核对。',
};
