import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expectAccessibleStep } from './fixtures/axe.ts';

const SIXTH = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url), 'utf8');
const SOURCE = readFileSync(new URL('../policy/sixth/source.txt', import.meta.url));

async function open(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const buffer = Buffer.from(content);
  await page.locator('.policy > .page-head input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

test('a policy with warnings is opened, and they are listed; its quotes are looked up once the text is given', async ({ page }) => {
  await page.goto('/policy');
  const slip = SIXTH.replace('first: "300"', 'first: "3000"').replace(
    'effectiveFrom: 2024-01-01',
    'effectiveFrom: 2023-07-01\neffectiveTo: 2026-12-31',
  );
  await open(page, 'slip.yaml', slip);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('偏远学校岗位补贴办法');
  await expect(page.getByRole('region', { name: '文件信息' })).toContainText('施行日期2023-07-01有效期至2026-12-31');
  const warnings = page.getByRole('region', { name: '规则检查提示（3 处）' });
  await expect(warnings.getByRole('row')).toHaveText([
    /^行列位置代码问题$/,
    '716effectiveFromretroactive文件印发于 2024-01-01，而从 2023-07-01 起执行：请核对两处日期；无误的，印发前的各月须作补发。',
    '916source.fileno-source没有附上文件原文（source.txt），2 处引文没有核对：请附上原文，再检查一次。',
    /^3321parameters\.remote\.values\.firstfigure-not-quoted引文中没有金额「3000」，哪种写法都没有：/,
  ]);
  await expectAccessibleStep(page);

  const source = warnings.locator('input[type=file]');
  await source.setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('另一份文件') });
  await expect(page.getByRole('region', { name: '“slip.yaml”的引文与所选原文有 2 处对不上' })).toBeVisible();
  await expect(page.getByRole('region', { name: '规则检查提示（3 处）' })).toBeVisible();
  await source.setInputFiles({ name: '原文.docx', mimeType: 'text/plain', buffer: Buffer.from('PK') });
  await expect(page.getByRole('region', { name: /^“原文.docx”是文字文档/ })).toContainText('另存为纯文本（.txt）');
  await source.setInputFiles({ name: 'source.txt', mimeType: 'text/plain', buffer: SOURCE });
  const left = page.getByRole('region', { name: '规则检查提示（2 处）' });
  await expect(left.getByRole('row')).toHaveCount(3);
  await expect(left.getByRole('button', { name: /核对引文/ })).toHaveCount(0);
  await expect(page.locator('.open-state')).toBeEmpty();

  await left.getByRole('link', { name: '算补发' }).click();
  await expect(page).toHaveURL(/\/arrears\?policy=local%3Aremote-posts/);
});

test('what the checks warn of in a policy of the product is told too, in both languages', async ({ page }) => {
  await page.goto('/policy?policy=gangbei-2021&lang=en');
  const warnings = page.getByRole('region', { name: 'Warnings of the checks (2)' });
  await expect(warnings.getByRole('row').nth(1)).toContainText('all of 2021-11 is paid');
  await expect(warnings.getByRole('row').nth(2)).toContainText('The quotation does not have the count 3');
  await expect(warnings.getByRole('button')).toHaveCount(0);
  await page.goto('/policy?policy=xiangtan');
  await expect(page.getByRole('region', { name: '文件信息' })).toBeVisible();
  await expect(page.getByRole('region', { name: /规则检查提示/ })).toHaveCount(0);
});

const WORD = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') });

test('a document that is no policy file says what it is, what is needed, and where to go on', async ({ page }) => {
  await page.goto('/policy');
  await open(page, '实施方案.docx', WORD);
  const word = page.getByRole('region', { name: '“实施方案.docx”是文字文档（Word、WPS），没有打开' });
  await expect(word).toContainText('YAML，扩展名 .yaml 或 .yml');
  await expect(word).toContainText('须由人工照条文逐项编写');
  await expectAccessibleStep(page);
  const guide = await page.request.get((await word.getByRole('link', { name: /编写政策文件/ }).getAttribute('href')) ?? '');
  expect(guide.headers()['content-type']).toMatch(/^text\//);
  expect(await guide.text()).toMatch(/^# Adding a policy/);

  // by what is in it, whatever it is called
  await open(page, 'policy.yaml', '%PDF-1.7\n');
  await expect(page.getByRole('region', { name: '“policy.yaml”是版式文档（PDF、OFD），没有打开' })).toBeVisible();
  await open(page, '名册.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }));
  const sheet = page.getByRole('region', { name: '“名册.xlsx”是电子表格，没有打开' });
  await sheet.getByRole('link', { name: '做预算' }).click();
  await expect(page).toHaveURL(/\/budget/);

  await page.goto('/policy?lang=en');
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], 'plan.doc'));
    return transfer;
  });
  await page.locator('.policy').dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByRole('region', { name: '"plan.doc" is a text document (Word, WPS) and was not opened' })).toContainText(
    'clause by clause',
  );
});
