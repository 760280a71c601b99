import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import { visitNodes } from '../../src/policy/checks/check.ts';

const RULES = join(import.meta.dirname, '../../rules');
/** What a clause about teachers' pay, rewards, recruitment or posts says, in both scripts. */
const WORDS = /招聘|工[资資]|待遇|津[贴貼]|教[师師][^。,]{0,8}[补補][贴貼助]|[奖獎][励勵惩懲]|表彰|[编編]制|[绩績]效|薪/g;

/** Sentences that have such a word and are not about teachers' pay, or only head those that are. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'jinfeng-2021': [
    '评选表彰一批优秀共青团员和少先队员',
    '19.落实教师待遇保障',
    '实现教职工(含特岗、临聘教师)交通补贴全覆盖',
    '健全督导反馈、问责、奖惩制度',
    '强化绩效管理',
  ],
  'xiji-2025': ['完善教师荣誉表彰制度'],
  xiangtan: ['加强教育经费使用的绩效评价', '把结果作为评价政府履职行为、实施绩效奖励的重要依据'],
  'licheng-2021': ['流入地就学的同城同等待遇'],
  'gangbei-2021': [
    '落實民辦學校學生與公辦學校學生同等待遇,在學籍管理、資助、獎勵、升學等方面',
    '全面落實縣域內城鄉義務教育學校建設標準、教師編制標準',
    '科學編制縣域義務教育學校布局規劃',
    '完善中小學教師編制配備',
    '健全編制動態管理機制',
    '著力解決編制不足和結構性缺編',
    '完善落實獎勵扶持政策,加大財政資金引導獎勵力度',
  ],
};

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

describe.each([...bundledPolicies])('the clauses of %s', (id, { document }) => {
  const text = fold(readFileSync(join(RULES, id, document.source.file), 'utf8'));
  const quotes: string[] = [];
  visitNodes(document, [], (node) => {
    if (typeof node.quote === 'string') quotes.push(fold(node.quote));
  });
  const others = (OTHERWISE[id] ?? []).map(fold);

  it('are all that speak of pay, rewards, recruitment or posts', () => {
    const left = [...text.matchAll(WORDS)].filter(
      ({ index, 0: word }) => ![...quotes, ...others].some((span) => covers(text, span, index, word)),
    );
    expect(left.map(({ index }) => text.slice(Math.max(0, index - 20), index + 20))).toEqual([]);
  });

  it('have no exception that is not needed', () => {
    const needless = others.filter((span) => {
      const words = [...text.matchAll(WORDS)].filter(({ index, 0: word }) => covers(text, span, index, word));
      return words.every(({ index, 0: word }) => quotes.some((quote) => covers(text, quote, index, word)));
    });
    expect(needless).toEqual([]);
  });
});

/** Whether a span, wherever it stands in a text, holds the word at a place. */
function covers(text: string, span: string, index: number, word: string): boolean {
  for (let at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) {
    if (at <= index && index + word.length <= at + span.length) return true;
  }
  return false;
}
