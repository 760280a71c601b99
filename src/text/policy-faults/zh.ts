import { figureKind, listed, type PolicySentences, unitName, word } from './words.ts';

/** What is wrong with a policy file, where to look, and how to fix it: in Chinese. */
export const ZH: PolicySentences = {
  'not-utf-8': () => '文件不是 UTF-8 编码：请用 UTF-8 编码另存后再试。',
  'yaml-syntax': ({ detail }) => `此处不合 YAML 的写法，请检查缩进、冒号、引号和括号（解析器的提示：${detail}）。`,
  'duplicate-key': ({ key }) => `名称「${key}」在同一处写了两次：请改名，或只留一个。`,
  'too-large': ({ maximum }) => `文件过大：最多 ${maximum} 个字符，请拆分或精简。`,
  'too-deep': ({ maximum }) => `嵌套过深：最多 ${maximum} 层，请简化。`,
  'too-many': ({ maximum }) => `条目过多：此处最多 ${maximum} 个，请拆分或精简。`,
  'unknown-key': ({ key }) => `不认识「${key}」这一项：请检查拼写和缩进，或删去。`,
  'former-form': ({ key, instead }) => `「${key}」是旧写法：现在写作 ${instead}，见规则语言说明（docs/rule-language.md）。`,
  'missing-key': ({ key }) => `缺少「${key}」这一项：请补上。`,
  'wrong-type': ({ expected }) => `这里的写法不对：应为${word('zh', expected)}。`,
  'not-allowed-value': ({ allowed }) => `取值不对：只能是 ${listed('zh', allowed)}。`,
  empty: () => '内容太少或为空：请补上，或删去这一项。',
  'out-of-range': ({ minimum, maximum }) => (minimum !== undefined ? `数值过小：不得小于 ${minimum}。` : `数值过大：不得大于 ${maximum}。`),
  'too-long': ({ maximum }) => `内容过长：最多 ${maximum}。`,
  'invalid-form': () => '这里的写法不对：请对照规则语言说明（docs/rule-language.md）改写。',
  'invalid-id': () => '编号写法不对：只用小写字母、数字和连字符，最多 64 个字符，例如 class-teacher。',
  'invalid-parameter-key': () => '参数名写法不对：小写字母、数字和连字符，各段用斜线隔开，例如 meal/urban。',
  'invalid-fact-id': () => '事实名称写法不对：以小写字母开头，只用字母和数字，例如 remoteClass。',
  'invalid-value-id': () => '取值名称写法不对：以小写字母开头，只用小写字母、数字和连字符，例如 first-class。',
  'invalid-decimal': () => '数字写法不对：须为加引号的数，最多九位整数、四位小数，不带单位，例如 "12.5"。',
  'invalid-amount': () => '金额写法不对：须为加引号的数，最多到分，例如 "180.00" 或 "0.3万"。',
  'blank-and-default': () => '空白的日期既表示没有这回事（blank: never），又有默认值（default）：请删去其一。',
  'invalid-date': () => '日期写法不对：须为真实的日期 YYYY-MM-DD，例如 2021-08-20；原文没有日期时写 null。',
  'invalid-month': () => '月份写法不对：须为 YYYY-MM，例如 "2025-07"。',
  'invalid-economic-code': () => '经济分类科目代码写法不对：三位或五位数字，须加引号，例如 "30102"。',
  'invalid-multiple': () => '倍数写法不对：须为加引号的数字，最多四位小数，例如 "2.5"。',
  'invalid-figure': ({ value, unit }) =>
    `「${value}」不是${unitName('zh', unit)}：请按单位改写，例如 "180.00" 或 "0.3万"（元）、"10"（百分比）、"2021"（年份）。`,
  'invalid-bands': () => '分档写法不对：各档须从低到高排列。',
  'invalid-number': () => '数字写法不对：不带正负号，最多四位小数；小数须加引号，例如 "2.5"，整数可写 5。',
  'divided-by-zero': () => '不能除以 0：请写大于 0 的数。',
  'beyond-missing': () =>
    '请用 beyond 写明最高薪级如何上浮：nothing（不再上浮）、last-difference（按最后一档的级差）或 ask（由使用者填）。',
  'invalid-day': () =>
    '日期写法不对：须为每年的一天 MM-DD，例如 12-31；推算年限的 by 还可写 month-start（每月一日）、month-end（每月最后一日）或 {schoolYear: 08-31}。',
  'invalid-shares': () => '分期比例写法不对：每期是 0 到 100 之间、加引号的百分比，各期合计须为 100。',
  'count-beside-shares': () => '次数 count 与分期比例 shares 不能同时写：一笔钱分几次发，写 shares；每年各发一笔，写 count。',
  'spread-without-year': () => '只有年标准可以分摊到各月：请写 every: year，标准的 period 也写 year。',
  'prorate-without-month': () => '只有按月发的才能按天折算：请写 every: month。',
  'prorate-beside-limits': () => '按天折算看的是在职的天数，不能同时写 starts 或 stops。',
  'invalid-bound': () => '范围写法不对：须为加引号的数字，例如 "3"。',
  'range-empty': () => '范围须至少有一端：写明下限 atLeast 或上限 atMost，或两者都写。',
  'keep-or-cap': () => '这一组津贴没有写明规则：请写 keep（如何兼得）或 cap（合计上限），或两者都写。',
  'not-an-amount': ({ allowed }) => `看不出这是怎样的金额：应以 ${listed('zh', allowed)} 之一写出，或按口径选择（reading）。`,
  'not-a-derivation': ({ allowed }) => `看不出这是怎样推算的：应以 ${listed('zh', allowed)} 之一写出，例如 {years: teachingSince}。`,
  'not-a-condition': () => '看不出这是怎样的条件：可写 always、「事实: 取值」、列表、any、not，或按口径选择（reading）。',
  'not-a-test': () =>
    '看不出要求该事实是什么：可写一个取值、取值的列表、一段范围（atLeast 不低于、above 高于、atMost 不高于、below 低于，如 {atLeast: "25", below: "50"}），或 {not: …}。',
  'not-quoted': ({ value }) => `小数和金额须加引号，以免丢失位数：请写成 "${value}"。`,
  'not-ordered': ({ fact, allowed }) =>
    `「${fact}」的取值没有大小先后，不能用 atLeast、above、atMost、below：请写取值或取值的列表${Array.isArray(allowed) && allowed.length > 0 ? `（${listed('zh', allowed)}）` : ''}。`,
  'not-a-threshold': ({ value, fact }) =>
    `「${value}」不能与「${fact}」相比：整数写 25，小数写 "25.5"（最多四位小数），金额写 "180.00"（元），日期写 "2025-09-01"，月份写 "2025-09"，都不带单位。`,
  'two-ends': ({ one, other }) => `同一侧有两个界限：${one} 和 ${other} 请只留一个。`,
  'empty-interval': ({ interval }) => `这段范围（${listed('zh', interval)}）里什么都没有：请核对两端，是否写反，或应为 atLeast、atMost。`,
  'not-months': () => '月份集合写法不对：可写 all、{except: [7, 8]}、{only: [9]} 或 {first: 10}。',
  'months-empty': () => '这个月份集合里一个月也没有，用它的津贴永远不发：请核对月份。',
  'no-unit-counts': ({ after, atMost }) =>
    `超过 ${after} 的部分才计，而最多计到 ${atMost}，一个单位也不计，永远不发：请核对 after 和 atMost。`,
  'derived-required': ({ fact }) =>
    `「${fact}」是推出的事实，不能列为必填：它所依据的事实没有填时，会自行列为缺项。请删去，或写它所依据的事实。`,
  'not-a-figure': () => '数额写法不对：须为加引号的数字如 "180"，或按月份列出，标准待定时写 null。',
  'one-figure': () => '这里只需一个数额：按事实分列的表请写在 values 下，并用 by 说明按什么分列。',
  'period-missing': () => '以元为单位的参数须写明期间：period 为 month（每月）、year（每年）或 once（一次性）。',
  'period-without-yuan': ({ unit }) => `单位为${unitName('zh', unit)}的参数没有期间：请删去 period。`,
  'value-or-values': () => '参数须有且只有一种数额：单个数额写 value，按事实分列的写 values。',
  'values-and-by': () => 'values 与 by 须同时写：by 说明 values 按哪些事实分列。',
  'suggestion-beside-figure': () => '只有标准待定（value: null）的参数才可附建议值：请删去 suggestion，或把 value 改为 null。',
  'fact-taken': ({ fact }) => `「${fact}」已是共用的事实或规则语言的用词：请直接使用，或换一个名称。`,
  'no-fact': ({ fact }) => `没有「${fact}」这个事实：请检查拼写，可用的事实见 rules/facts.yaml。`,
  'no-value': ({ value, fact, allowed }) =>
    `「${value}」不是事实「${fact}」的取值${Array.isArray(allowed) && allowed.length > 0 ? `：可用 ${listed('zh', allowed)}` : ''}。`,
  'no-reading': ({ reading, allowed }) => `没有「${reading}」这个口径：可用 ${listed('zh', allowed)}，或在 readings 中补上。`,
  'option-named-ask': () => '选项不能叫 ask：default: ask 表示原文未定、须选定。请换一个名称。',
  'no-option': ({ option, reading, allowed }) => `口径「${reading}」没有「${option}」这个选项：可用 ${listed('zh', allowed)}。`,
  'option-without-value': ({ option, reading }) => `口径「${reading}」的选项「${option}」在这里没有对应的值：请补上。`,
  'bare-choice': ({ option, reading }) => `选项「${option}」的名称不能直接当作这里的值：请写明口径「${reading}」各选项分别是什么。`,
  'no-parameter': ({ parameter }) => `没有「${parameter}」这个参数：请检查拼写，或在 parameters 中补上。`,
  'item-at-date': ({ allowance }) => `按日期发的一笔钱不能以「${allowance}」的应发数为基数：请改为按月或每年一笔。`,
  'item-of-year': ({ allowance }) => `「${allowance}」的全年应发数（of: year）只能用在每年一笔（every: year）的津贴里。`,
  'item-needs-year': ({ allowance }) => `年标准分摊到各月，要以「${allowance}」的全年应发数为基数：请加上 of: year。`,
  'item-not-monthly': ({ allowance }) => `「${allowance}」不是按月发的，没有当月应发数：每年一笔的津贴可写 of: year，取它的全年应发数。`,
  'item-circle': ({ circle }) =>
    `这几项互为基数，无法先后计算：${circle}。同一组里择高发放或合计封顶的各项一起计算，也算在内：请改正其中一处。`,
  'no-months': ({ name, allowed }) => `没有「${name}」这个月份集合：可用 ${listed('zh', allowed)}，或在 months 中补上。`,
  'no-service': ({ key }) => `「${key}」要按服务期计算，而这一项 claims 没有写服务期：请补上 service: {from: …, years: …}。`,
  'not-in-claims': ({ key }) =>
    `「${key}」是津贴当月或当年的应发数，不能写在 claims（应退与违约）里：到应退日期为止已发的金额，请写 {paid: …}。`,
  'only-in-claims': ({ key }) => `「${key}」只能写在 claims（应退与违约）里：津贴和上限的金额不能由它算出。`,
  'no-allowance': ({ allowance, allowed }) => `没有「${allowance}」这项津贴：可用 ${listed('zh', allowed)}。`,
  'not-derived-yet': ({ fact }) => `「${fact}」在下面才推算，或就是它自己：推算只能用写在它上面的，请调换先后。`,
  'not-a-date-fact': ({ fact }) => `「${fact}」不是固定的日期：这里须用年内不变、没有默认值的日期事实，例如 recruitedOn。`,
  'not-a-text-fact': ({ fact }) => `「${fact}」不是文字：地点须由文字事实判断，例如 town 和 village。`,
  'not-a-money-fact': ({ fact }) => `「${fact}」不是金额：这里须用金额事实，例如 monthlySalary。`,
  'not-a-count-fact': ({ fact }) => `「${fact}」不是不小于零的整数：按数量计发须依据这样一个事实。`,
  'not-a-number-fact': ({ fact }) => `「${fact}」不是不小于零的数字：这里须用一项整数、小数或金额的事实。`,
  'not-a-divisor-fact': ({ fact }) => `「${fact}」不是总大于零的数字：这里要除以它，请给它大于 0 的下限，或换用其他事实。`,
  'not-a-list-fact': ({ fact }) => `「${fact}」没有固定的取值，不能据以分列：请换用有取值列表的事实。`,
  'not-a-periods-fact': ({ fact }) => `「${fact}」不是起止日期的清单：这里须用 type: periods 的事实（请假、借调、任职经历等）。`,
  'not-a-beginning': ({ fact }) => `「${fact}」既不是日期，也不是起止日期的清单：年数须由其中之一推算，例如 teachingSince。`,
  'lasting-ends': () =>
    'lasting 须写明时长的界限和单位，例如 {atLeast: 1, unit: months}（1 个月以上）、{above: 6, unit: months}（超过 6 个月）；每侧只能有一个界限。',
  'periods-tested': ({ fact }) =>
    `「${fact}」是起止日期的清单，不能直接作条件：请先在 derive 中推算，例如 {in: ${fact}}（当月是否在期间内），再按推算的结果写条件。`,
  'not-a-place-fact': ({ fact }) => `「${fact}」不是由乡镇和村推定的事实，不能附地名清单。`,
  'figures-missing': ({ fact }) => `这里须按「${fact}」的各个取值分别写出数额。`,
  'parts-exceed-whole': ({ sum, count, from }) => `${from ? `从 ${from} 起，` : ''}各部分合计 ${sum}，超过总数 ${count}：请核对原文。`,
  'total-months': ({ parameter }) => `参数 ${parameter} 按月计的，须写 months（几个月）；不是按月计的，不写 months。`,
  'total-dated': ({ parameter }) => `参数 ${parameter} 的标准前后有变动，合计时用哪一个不能确定：请改用 amount 写当时的标准。`,
  'total-differs': ({ printed, computed, difference }) =>
    `文件所载合计为 ${printed} 元，按各项计算为 ${computed} 元，相差 ${difference} 元：请核对原文；文件本身如此的，可以保留。`,
  'parts-below-whole': ({ sum, count }) => `各部分合计 ${sum}，少于总数 ${count}：原文如有没有列出的部分，可以保留；否则请核对。`,
  'shares-incomplete': () =>
    '没有写明由谁承担多少：除最后一个来源外，每个来源都要写 share（比例）或 upTo（标准）；原文没有写明的，参数写 null。最后一个来源可以不写，由它承担其余部分。',
  'share-beside-standard': () =>
    '同一级来源不能有的按比例（share）、有的按标准（upTo）。比如“中央按标准，高出部分省、市各半”，请给高出部分单设一个来源，在它下面用 split 写比例。',
  'standard-below-share': () =>
    '按比例分担之后的各级不能再写标准（upTo）：标准按每个人计，比例按全部金额计。请把按标准承担的来源写在上一级。',
  'rest-without-source': () => '高出标准的部分没有来源承担：请在后面再写一个来源，不带 share 和 upTo，由它承担其余部分。',
  'shares-not-whole': ({ sum }) =>
    `各资金来源的比例合计为 ${sum}%：每个来源都写明比例的须正好为 100%，有待定的、或者最后一个来源承担其余的，不得超过 100%。`,
  'above-whole': ({ parameter, value }) => `「${parameter}」写的是 ${value}%，而这里是其中一方承担的部分，不能超过 100%：请核对原文。`,
  'range-reversed': ({ atLeast, atMost }) => `范围的下限 ${atLeast} 高于上限 ${atMost}：请核对原文。`,
  'outside-range': ({ value, atLeast, atMost }) =>
    `数额 ${value} 不在原文的范围内（${atLeast === '' ? '' : `不低于 ${atLeast}`}${atLeast !== '' && atMost !== '' ? '，' : ''}${atMost === '' ? '' : `不超过 ${atMost}`}）：请核对。`,
  'wrong-unit': ({ parameter, unit, needed }) =>
    `这里须用${unitName('zh', needed)}，而参数「${parameter}」的单位是${unitName('zh', unit)}：请换用参数，或改正其 unit。`,
  'wrong-period': ({ parameter, period, needed }) =>
    `这里是${word('zh', needed)}的数额，而参数「${parameter}」是${word('zh', period)}的：请换用参数，或改正其 period 或发放节奏。`,
  gap: ({ parameter, teacher, readings }) =>
    `符合条件的教师（${teacher}${under(readings)}）没有对应的数额：请补上「${parameter}」（标准待定时写 null），或在条件中排除。`,
  'no-branch': ({ fact, value, teacher, readings }) =>
    `符合条件的教师（${teacher}${under(readings)}）没有对应的分支：请为「${fact}」的取值「${value}」写明金额（不发写 nothing），或在条件中排除。`,
  'no-band': ({ fact, from, teacher, readings }) =>
    `符合条件的教师（${teacher}${under(readings)}）低于第一档，第一档自「${fact}」${from} 起：请补上从 "0" 起的一档（不发的写 amount: nothing），或在 when 中排除。`,
  overlap: ({ parameter, teacher }) =>
    `「${parameter}」有两个数额${teacher ? `，教师（${teacher}）不知用哪一个` : ''}：请只留一个，或改名。`,
  'place-twice': ({ place }) => `「${place}」列了两次，住在当地的教师不知按哪一条：请只留一条。`,
  repeated: ({ value }) => `「${value}」列了两次：请只留一个。`,
  'unreachable-cell': ({ parameter }) => `没有任何教师会用到「${parameter}」：请删去，或放宽相应津贴的条件。`,
  'unreachable-branch': ({ value, fact }) => `「${fact}」为「${value}」的教师都不符合条件，这一分支永远用不到：请删去，或放宽条件。`,
  'no-case': ({ teacher, readings }) =>
    `${teacher}${under(readings)}的教师不属于任何一种情形：请补一种情形，或写 else（其余属于哪一种；原文没有说的，写 else: ask，由使用者填）。`,
  'cases-overlap': ({ one, other, teacher, readings }) =>
    `${teacher}${under(readings)}的教师同时属于 ${one} 和 ${other}：请让两种情形互相排除；原文以在前的为准的，写 order: first。`,
  'shared-boundary': ({ fact, one, other, teacher, readings }) =>
    `两种情形都包括「${fact}」的同一个端点（${teacher}${under(readings)}），既是 ${one} 又是 ${other}：请把一端改为 above 或 below；原文没有说清的，由口径（reading）选择。`,
  'case-behind': () => '这种情形永远轮不到：符合它的教师都已属于前面的情形，请调换先后或删去。',
  'else-unreachable': () => '没有教师属于其余：各种情形已包括所有人，请删去 else。',
  'never-holds': () => '这个条件永远不成立，没有教师能领到：请检查各项要求是否互相矛盾。',
  'dead-alternative': () => '这一种情形永远不会成立：它与其他要求矛盾，请改正或删去。',
  'too-complex': ({ maximum }) => `条件和表格的组合过多，无法逐一检查（上限 ${maximum} 步）：请拆成几项津贴，或减少所用的事实。`,
  'too-many-asked': ({ maximum, allowances }) =>
    `${listed('zh', allowances)} 涉及的须选定的口径（default: ask），选法合计超过 ${maximum} 种，无法逐一测算：请为其中几个写明默认口径。`,
  'asked-count': ({ reading }) => `目标人数不能由没有默认的口径「${reading}」决定：请为它写明默认选项，或直接写人数。`,
  'unused-parameter': ({ parameter }) => `参数「${parameter}」没有任何地方用到：请删去，或在津贴中使用。`,
  'unused-reading': ({ reading }) => `口径「${reading}」没有任何地方用到：请删去，或在规则中按它选择。`,
  'unused-months': ({ name }) => `月份集合「${name}」没有任何津贴用到：请删去。`,
  'unused-source': ({ document }) => `没有条款引用 sources 里的「${document}」：请删去，或在所引条款写 document: ${document}。`,
  'unused-place': ({ fact }) => `地名清单「${fact}」没有任何条件用到：请删去，或在条件中使用。`,
  'unused-fact': ({ fact }) => `自带的事实「${fact}」没有任何地方用到：请删去，或在规则中使用。`,
  'option-without-effect': ({ option, same, reading }) =>
    `口径「${reading}」的选项「${option}」与「${same}」处处相同，选哪个都一样：请删去其一，或写明区别。`,
  'dates-out-of-order': ({ date, before, earlier }) => `日期先后不对：${date} 早于 ${before} 的 ${earlier}，请核对。`,
  'figure-not-quoted': ({ figure, kind }) =>
    `引文中没有${figureKind('zh', kind)}「${figure}」，哪种写法都没有：请核对数字，或改引写有它的原文；由别处推算的，可不改。`,
  'edge-named-twice': ({ edge }) =>
    `引文把 ${edge} 写在两档里，又没有写明归哪一档（没有“不满、未满、不足、小于、低于”）。这里 ${edge} 算入较高的一档：请核对，或由口径（reading）选择。`,
  retroactive: ({ name, date, issuedOn }) =>
    name === 'effectiveTo'
      ? `文件印发于 ${issuedOn}，而到 ${date} 已经失效：请核对两处日期；无误的，所涉各月都是补发。`
      : `文件印发于 ${issuedOn}，而从 ${date} 起执行：请核对两处日期；无误的，印发前的各月须作补发。`,
  'paid-after-leaving': ({ fact }) => `按「${fact}」的日期推后发的，到期时本人已不在职，通常永远不发（只发给前一天仍在职的人）：请核对。`,
  'mid-month': ({ name, date, month }) =>
    name === 'effectiveTo'
      ? `文件执行到 ${date}，不是当月最后一天；各项按整月计，${month} 整月计发：请核对。`
      : `文件从 ${date} 起执行，不是当月第一天；各项按整月计，${month} 整月计发：请核对。`,
  'never-in-force': ({ name, month, effectiveFrom, effectiveTo }) =>
    `这一项${name === 'from' ? `从 ${month} 起` : `到 ${month} 止`}，而文件${effectiveFrom ? `从 ${effectiveFrom} 起` : ''}${effectiveTo ? `到 ${effectiveTo} 止` : ''}执行，没有一个月在内：请核对月份。`,
  'months-out-of-order': ({ from, before }) => `月份须由早到晚、不得重复：${from} 不晚于前一条的 ${before}。`,
  'figure-after-end': ({ from, effectiveTo }) => `该数额从 ${from} 起执行，而文件到 ${effectiveTo} 已失效：请核对两处日期。`,
  'target-before-issue': ({ by, year }) => `目标年份 ${by} 早于文件印发的 ${year} 年：请核对。`,
  'supersedes-itself': () => '一项政策不能废止它自己：请在 supersedes 写被废止的政策，或删去。',
  'supersedes-undated': () => '废止另一项政策的文件须写明 effectiveFrom（从哪一天起执行），否则无法分清哪几个月按哪份文件计算。',
  'quote-not-found': ({ quote }) => `原文中找不到这段引文「${quote}」：请照原文逐字抄录（空白和全半角标点不计），修复的文字写在 display。`,
  'no-source': ({ file, count, document }) =>
    `没有附上${document ? `「${document}」的` : '文件'}原文（${file}），${count} 处引文没有核对：请附上原文，再检查一次。`,
  'text-not-named': ({ document }) => `附上了「${document}」的原文，而政策文件的 sources 里没有这份文件，没有用到：请核对名称。`,
  'document-not-named': ({ document }) =>
    `条款引自「${document}」，而 sources 里没有这份文件：请在 sources 写明它的名称（title）和原文（file）。`,
  'empty-value': ({ key }) => `「${key}」后面什么也没有写，按 null（原文没有，或标准待定）处理：确实如此的，请写 null。`,
  converted: ({ key, instead }) => `「${key}」是旧写法，已按 ${instead} 读取。`,
  'converted-growth': ({ key, instead }) =>
    `「${key}」是旧写法，已按 ${instead} 读取。起算年以前的年份，现从起算年的数额倒推；以前按起算年的数额计算，请核对。`,
  'converted-served': ({ key, instead }) =>
    `「${key}」是旧写法，已按 ${instead} 读取。服务年限现从日期当日起按日计满，离岗当日也算；以前到岗、离岗两头的月份都按整月算。`,
  'converted-leaving': ({ key, instead }) =>
    `「${key}」是旧写法，已按 ${instead} 读取。中途离岗的，现按离岗当天判断后一期是否应发；以前离岗当月按整月算。`,
  'converted-rounding': ({ key, instead }) =>
    `「${key}」是旧写法，已按 ${instead} 读取：与里面的乘积、百分比合起来只四舍五入到分一次。以前逐次舍入，金额可能相差几分，请核对。`,
  'duplicate-id': ({ file }) => `政策编号与 ${file} 重复：请改用另一编号。`,
  'source-file-missing': ({ file }) => `没有原文文件 ${file}：请把文件原文放在政策文件旁边，以便核对引文。`,
  'folder-name': ({ folder }) => `政策编号须与所在文件夹同名（${folder}）：请改正其一。`,
};

function under(readings: unknown): string {
  return Array.isArray(readings) && readings.length > 0 ? `；口径 ${readings.join('、')}` : '';
}
