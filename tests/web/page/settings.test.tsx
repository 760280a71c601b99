import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { noSettings, SETTINGS_VERSION } from '../../../src/web/features/settings/settings.ts';
import { keep } from '../../../src/web/platform/storage/keep.ts';
import { formKey } from '../../../src/web/policy/use-kept.ts';
import { fieldId } from '../../../src/web/ui/field.tsx';
import { openPage, textOf } from './open.tsx';

const POLICY = 'jinfeng-2021';
const set = (figures: Record<string, string>) =>
  keep(formKey(POLICY, 'settings'), { ...noSettings(2025), figures, version: SETTINGS_VERSION });

/** The field of a rate; looking for it by its role takes seconds in a page of this size, and so does a button. */
const rate = () => document.getElementById(fieldId('/parameters/class-teacher~1monthly', 'field')) as HTMLInputElement;
const type = (value: string) => fireEvent.change(rate(), { target: { value } });
const buttons = (name: RegExp) =>
  [...document.querySelectorAll('button')].filter((one) => name.test(one.getAttribute('aria-label') ?? textOf(one)));
function press(name: RegExp): void {
  const [button] = buttons(name);
  if (!button) throw new Error(`there is no button ${name}`);
  fireEvent.click(button);
}
const departure = () => textOf(document.querySelector('.check .departure'));

beforeEach(() => {
  keep(formKey(POLICY, 'check'), undefined);
  keep(formKey(POLICY, 'joined'), undefined);
  set({ 'class-teacher/monthly': '120' });
});

/** The example with a class teacher, whose rate is 120 on all pages. */
async function openExample(): Promise<void> {
  await openPage(`/check?policy=${POLICY}`);
  press(/^填入示例$/);
}

describe('the page of one teacher', () => {
  it('departs from a rate in figures, and takes back that it follows, that all follow, or that it was cleared', async () => {
    await openExample();
    type('150');
    expect(departure()).toContain('班主任津贴（这里 150 元/月，各页 120 元/月）');
    press(/^改回共用的设置$/);
    expect(departure()).toBe('');
    expect(document.body.textContent).toContain('已改回共用的设置。');
    press(/^撤销$/);
    expect(departure()).toContain('这里 150');

    press(/^各页都这样$/);
    expect(departure()).toBe('');
    press(/^撤销$/);
    expect(departure()).toContain('班主任津贴（这里 150 元/月，各页 120 元/月）');

    press(/^清空表单$/);
    expect(rate().value).toBe('');
    press(/^撤销$/);
    expect(rate().value).toBe('150');
    press(/^清空表单$/);
    type('7');
    expect(buttons(/^撤销$/)).toEqual([]);
  });

  it('has its own rate again where what it made that of all pages is undone', async () => {
    await openExample();
    const before = { ...noSettings(2025), figures: { 'class-teacher/monthly': '130' }, version: SETTINGS_VERSION };
    keep(formKey(POLICY, 'settings'), before);
    await screen.findByPlaceholderText('现用 130');
    type('150');
    press(/^各页都这样$/);
    await screen.findByPlaceholderText('现用 150');
    keep(formKey(POLICY, 'settings'), before);
    await screen.findByText(/这里 150 元\/月，各页 130 元\/月/);
  });

  it('offers what the document has in place of a shared rate, and that again in place of it', async () => {
    set({ 'class-teacher/monthly': '120', 'meal/rural': '300' });
    await openExample();
    press(/^班主任津贴：不用现用的标准，改为待定$/);
    expect(departure()).toContain('班主任津贴（这里 待定，各页 120 元/月）');
    expect(rate().placeholder).toBe('待定');
    press(/^班主任津贴：改回各页共用的标准$/);
    expect(departure()).not.toContain('班主任津贴');
    press(/^餐补.*改按文件$/);
    expect(departure()).toMatch(/餐补.*（这里 330 元\/月，各页 300 元\/月）/);
  });

  it('says on the sheet to be printed in what it departs', async () => {
    await openExample();
    type('150');
    await screen.findByText('打印核算单');
    // It waits for the newest result.
    await waitFor(() => expect(buttons(/^打印核算单$/)[0]?.disabled).toBe(false));
    press(/^打印核算单$/);
    await screen.findByText(/^本表与各页共用的设置（做预算用的）不同：.*班主任津贴（这里 150 元\/月，各页 120 元\/月）/);
  });

  it('says once that the settings of the budget are new to it', async () => {
    keep(formKey(POLICY, 'joined'), true);
    await openExample();
    await screen.findByText(/以前各页的设置各管各的/);
    press(/^知道了$/);
    expect(screen.queryByText(/以前各页的设置各管各的/)).toBeNull();
  });
});
