import type { Chance } from './random.ts';

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'];
const GIVEN = [
  ...'安白采辰川丹东帆方枫歌谷海禾恒虹晖吉嘉简江晶景静君凯可岚乐澜黎林露鹿麦曼茂苗明墨木南宁琪清秋然若森山诗书舒思松桐棠微文夕溪夏晓心星雪雅言阳野一怡艺音颖雨语远月云泽知竹子',
];

/** A name put together by chance: a surname and one or two characters. It is deliberately nobody's. */
export function makeName(chance: Chance): string {
  const first = chance.pick(GIVEN);
  return chance.pick(SURNAMES) + first + (chance.happens(0.8) ? chance.pick(GIVEN.filter((character) => character !== first)) : '');
}
