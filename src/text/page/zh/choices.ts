/** What a person reads where a figure is given by month, in Chinese. */
export const zhDated = {
  begin: '分段',
  beginOf: '{{parameter}}：年内分段填写',
  from: '{{parameter}}，第 {{number}} 段起始月',
  value: '{{parameter}}，第 {{number}} 段标准',
  remove: '{{parameter}}，删除第 {{number}} 段',
  add: '再加一段',
  addOf: '{{parameter}}，再加一段',
};

/** What a person reads where places are chosen, in Chinese. */
export const zhPlaces = {
  title: '地域范围',
  hint: '哪些乡镇、村算在内。改动后以这里的名单为准；个人资料中已注明的不受影响。村不填即全域，多个村用顿号隔开。',
  changed: '已改',
  town: '乡镇（街道）',
  villages: '村',
  actions: '操作',
  townOf: '第 {{row}} 行：乡镇（街道）',
  villagesOf: '第 {{row}} 行：村',
  allVillages: '全域',
  remove: '删除第 {{row}} 行',
  none: '没有地方算在内。',
  add: '添加乡镇',
  restore: '恢复原来的名单',
  toOwn: '改按文件的名单',
};

/** What a person reads at the fields of a form, in Chinese. */
export const zhFields = {
  year: '年度',
  required: '必填',
  unset: '未填',
  clear: '清除',
  byDefault: '默认：{{value}}',
  byPlace: '按乡镇判断',
  monthFormat: '如 2025-09',
  dateFormat: '如 2025-03-15',
  moneyFormat: '如 180.00',
  period: '{{from}} 至 {{to}}',
  periodOpen: '{{from}} 起',
  periodKind: '{{kind}} {{days}}',
  noPeriods: '无',
  periodsOf: '{{fact}}第 {{number}} 段',
  periodWhat: '种类',
  periodFrom: '起日',
  periodTo: '止日',
  periodGoesOn: '止日，尚未结束的不填',
  addPeriod: '添加一段{{fact}}',
  removePeriod: '删去第 {{number}} 段',
  integerFormat: '{{minimum}} 至 {{maximum}}',
  withUnit: '{{label}}(元/月)',
  labelInUnit: '{{label}}({{unit}})',
  inUnit: '{{value}} {{unit}}',
  places: '移民地区：{{places}}',
  placeTown: '{{town}}(全域)',
  placeVillages: '{{town}}({{villages}})',
};

/** What a person reads where rates are set, in Chinese. */
export const zhParameters = {
  title: '标准',
  hint: '可填入文件未写明的标准，或改用其他标准；不改动文件本身。',
  awaited: '文件没有写明、待定的标准',
  known: '文件已写明的标准',
  changed: '已填 {{count}} 项',
  own: '文件标准 {{value}}',
  from: '{{from}} 起 {{value}}',
  range: '文件给出的范围：{{range}}。',
  group: '{{title}} · {{values}}',
  baseline: '现用 {{value}}',
  toOwn: '改按文件',
  toOwnOf: '{{parameter}}：不用现用的标准，改按文件',
  toAwaited: '改为待定',
  toAwaitedOf: '{{parameter}}：不用现用的标准，改为待定',
  toShared: '改回共用',
  toSharedOf: '{{parameter}}：改回各页共用的标准',
};
