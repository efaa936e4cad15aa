// SPDX-License-Identifier: MIT
// The keyboard's shortcuts: each leads where the page says, none while
// somebody types, and a person can switch them off.
import { main, open, signIn, step } from './browser.mjs';

const at = (page, path) => {
  const { pathname } = new URL(page.url());
  if (!path.test(pathname)) throw new Error(`${pathname} is not ${path}`);
};

async function press(page, ...keys) {
  const before = page.url();
  for (const key of keys) await page.keyboard.press(key);
  await page.waitForURL((url) => url.href !== before, { timeout: 5000 });
  await page.waitForLoadState();
}

const focus = (page, what) => page.evaluate(
    (w) => document.activeElement?.matches(w) ?? false, what);

await main(async (browser) => {
  const page = await open(browser);
  await signIn(page, 'mia');
  await step('g and a letter lead to the main pages', async () => {
    await press(page, 'g', 'c');
    at(page, /^\/dossiers$/);
    await press(page, 'g', 'p');
    at(page, /^\/people$/);
    await press(page, 'g', 'w');
    at(page, /^\/$/);
  });
  await step('j and k walk a list, o opens the line', async () => {
    await page.goto('/dossiers?status=active');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('tbody a.whole').nth(1)
      .getAttribute('href');
    if (await page.evaluate(() => document.activeElement
      .getAttribute('href')) !== second) throw new Error('not the second');
    await page.keyboard.press('k');
    if (!await focus(page, 'tbody tr:first-child a'))
      throw new Error('not the first');
    await press(page, 'o');
    at(page, /^\/dossiers\/[A-Z]+-\d+-\d+$/);
  });
  await step('n writes a note, and letters in it are letters', async () => {
    await press(page, 'n');
    at(page, /\/note$/);
    await page.locator('textarea').click();
    await page.keyboard.type('g w n ? / j');
    at(page, /\/note$/);
    const text = await page.locator('textarea').inputValue();
    if (text !== 'g w n ? / j') throw new Error(`it holds “${text}”`);
  });
  await step('/ goes to the find box, and with Ctrl nothing', async () => {
    await page.goto('/dossiers');
    await page.keyboard.press('Control+g');
    await page.keyboard.press('w');
    at(page, /^\/dossiers$/);
    await page.keyboard.press('/');
    if (!await focus(page, '[name=text]')) throw new Error('not there');
  });
  await step('? lists them, and they can be switched off', async () => {
    await page.goto('/');
    await press(page, '?');
    at(page, /^\/keys$/);
    await page.locator('form[action$="/keys"] button').click();
    await page.waitForLoadState();
    await page.goto('/');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForTimeout(300);
    at(page, /^\/$/);
  });
});
