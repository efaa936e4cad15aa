// SPDX-License-Identifier: MIT
// An administrator looks after the house: its pages, who may do what and why,
// and a session that has to end now. No case is ever shown.
import { main } from './browser.mjs';
import { bothWays, button, days, gone, has, send, there, visit }
  from './desk.mjs';

async function day({ sit, step, look, tag }) {
  const petra = await sit('petra');
  await step('every page of the house, by its tabs', async () => {
    await visit(petra, '/admin');
    await look(petra, 'house');
    const tabs = await petra.locator('main nav.views a').evaluateAll((all) =>
      all.map((a) => a.getAttribute('href')));
    if (tabs.length < 6) throw new Error(tabs.join(' '));
    for (const tab of tabs.slice(1)) {
      await send(petra, petra.locator(`main nav.views a[href="${tab}"]`));
      await there(petra, `main nav.views a[href="${tab}"][aria-current=page]`);
      await look(petra, tab.split('/').pop());
    }
  });
  await step('a session is ended, and its owner has to sign in', async () => {
    const mia = await sit('mia');
    await visit(mia, '/');
    await visit(petra, '/admin/sessions');
    await send(petra, petra.locator('a.whole', { hasText: 'Mia' }).first());
    await look(petra, 'member');
    await send(petra, petra.locator('.acts a[href$="/sign-out"]'));
    await petra.fill('input[name=why]', `Lost her key, ${tag}`);
    await look(petra, 'sign-out');
    await send(petra, button(petra, '/sign-out'));
    await visit(petra, '/admin/sessions');
    await gone(petra, 'a.whole:has-text("Mia")');
    await visit(mia, '/', 401);
    await there(mia, 'input[name=password]');
  });
  await step('no case is hers to see', async () => {
    await visit(petra, '/dossiers', 403);
    await visit(petra, '/intake', 403);
  });
}

await main((browser) => days(browser, 'admin', bothWays, day));
