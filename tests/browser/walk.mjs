// SPDX-License-Identifier: MIT
// The newcomer's way, as three people: a clerk registers a request with a
// file, a screener accepts it, a manager plans two tasks, goes back to an
// earlier phase, is kept from closing while a task is open, closes, reopens.
// What is clicked is found by its form and its name, so any language will do.
import { createHash } from 'node:crypto';
import { judge, main, open, push, result, server, shot, signIn, step, tick }
  from './browser.mjs';
import { choose, form, gone, has, numberOf, register, send, settle }
  from './desk.mjs';

const early = process.env.EARLY !== '';	// complaints have no plan yet

const file = {
  name: 'Quittung 領収書.txt', mimeType: 'text/plain',
  buffer: Buffer.from('Paid on 3 May: 38 francs.\n'.repeat(4000)),
};

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function walk(browser, script) {
  const how = `${server}, ${script ? 'with' : 'without'} script`;
  const title = `Fined for a book that I returned (${how})`;
  const tag = `walk-${server}-${script ? 'script' : 'plain'}`;
  const pictures = async (page, name) => {
    await shot(page, `${tag}-${name}`);
    // axe-core is script itself
    result(`${how}: nothing is wrong with picture ${name}`,
        await judge(page, undefined, { all: script }));
  };
  let number, page = await open(browser, { script });

  await step(`${how}: a clerk signs in`, () => signIn(page, 'david'));
  await step(`${how}: the clerk registers a request with a file`, async () => {
    await page.goto('/intake');
    await push(page, page.locator('main a[href="/intake/new"]').first());
    await push(page, page.locator('a[href$="type=complaint"]').first());
    await page.fill('input[name=find]', 'Nobody of this name');
    await send(page, page.locator('form:has(input[name=find]) button'));
    await push(page, page.locator('a[href*="who=person"]').first());
    await page.fill('input[name=given]', 'Fatima');
    await page.fill('input[name=family]',
        `Walker-${Date.now().toString(36)}`);
    await page.selectOption('select[name=medium]', 'phone');
    await page.fill('input[name=title]', title);
    await page.fill('textarea[name=text]', 'I returned it at the night box.');
    await page.selectOption('select[name="f.subject"]', 'billing');
    await page.setInputFiles('input[name=files]', [file]);
    await pictures(page, '1-register');
    await register(page);
    number = numberOf(page);
    if (!number) throw new Error(`no number in ${page.url()}`);
    await has(page, file.name);
  });
  await step(`${how}: the file comes back as it was sent`, async () => {
    await page.goto(`/intake/${number}`);
    const href = await page.locator('a[href*="/documents/"]').first()
      .getAttribute('href');
    const answer = await page.request.get(href);
    if (answer.status() !== 200) throw new Error(`status ${answer.status()}`);
    if (sha(await answer.body()) !== sha(file.buffer))
      throw new Error('other bytes');
    const h = answer.headers();
    if (!/^attachment/.test(h['content-disposition'] ?? ''))
      throw new Error(`disposition: ${h['content-disposition']}`);
    if (h['x-content-type-options'] !== 'nosniff')
      throw new Error('nosniff is missing');
    if (!/sandbox/.test(h['content-security-policy'] ?? ''))
      throw new Error(`policy: ${h['content-security-policy']}`);
    const path = sha(file.buffer).replace(/^(..)(..)/, '$1/$2/$1$2');
    const direct = await page.request.get(`/stored/${path}`);
    if (direct.status() !== 404)
      throw new Error(`the stored bytes answer ${direct.status()} directly`);
  });
  await page.context().close();

  page = await open(browser, { script });
  await step(`${how}: a screener accepts it`, async () => {
    await signIn(page, 'jonas');
    await page.goto('/intake');
    await push(page, page.locator(`a[href="/intake/${number}"]`).first());
    await page.selectOption('select[name=place]', 'complaint/complaints');
    await choose(page, 'lead', 'Emma Clarke');
    await pictures(page, '2-screen');
    await send(page, form(page, '/accept').locator('button'));
  });
  await page.context().close();

  page = await open(browser, { script });
  await step(`${how}: the manager finds it among her work`, async () => {
    await signIn(page, 'emma');
    await page.goto('/');
    await pictures(page, '3-work');
    await push(page, page.locator(`a[href="/dossiers/${number}"]`).first());
    await has(page, title);
  });
  const tasks = ['Ask the library for its log', 'Write the answer'];
  await step(`${how}: she plans two tasks`, async () => {
    for (const task of tasks) {
      await page.goto(`/dossiers/${number}`);
      await push(page, page.locator('.title a[href$="/tasks/new"]'));
      await page.fill('input[name=title]', task);
      await choose(page, 'owner', 'Emma Clarke');
      await page.fill('input[name=due]', '2031-05-20');
      // without a plan every open task keeps a case from being closed
      if (early) await gone(page, 'input[name=required]');
      else await tick(page, page.locator('input[name=required]'));
      await send(page, form(page, '/tasks/new').locator('button'));
    }
    await page.goto(`/dossiers/${number}`);
    for (const task of tasks) await has(page, task);
  });
  await step(`${how}: two save the same facts, and she chooses`, async () => {
    const other = await open(browser, { script });
    await signIn(other, 'aylin');
    for (const p of [page, other])
      await p.goto(`/dossiers/${number}/change`);
    await other.fill('input[name=title]', `${title}!`);
    await other.fill('input[name="f.place"]', 'The night box');
    await other.fill('input[name="f.item.1"]', 'Library card');
    await send(other, form(other, '/change').locator('button.primary'));
    await other.context().close();
    await page.fill('input[name=title]', 'Another title');
    await page.fill('input[name="f.item.1"]', 'Returned book');
    await send(page, form(page, '/change').locator('button[name=more]'));
    await page.fill('input[name="f.item.2"]', 'The fine');
    await pictures(page, '4-rows');
    const [response] = await Promise.all([page.waitForNavigation(),
      push(page, form(page, '/change').locator('button.primary'))]);
    if (response.status() !== 409)
      throw new Error(`status ${response.status()}`);
    await pictures(page, '5-choose');
    await tick(page,
        page.locator('input[name="keep.title"][value^=theirs]'));
    await send(page, form(page, '/change').locator('button.primary'));
    for (const text of [`${title}!`, 'The night box', 'Library card',
      'Returned book', 'The fine'])
      await has(page, text);
  });
  await step(`${how}: forward to planning, back to assessment`, async () => {
    for (const phase of ['planning', 'assessment']) {
      await page.goto(`/dossiers/${number}`);
      await push(page, page.locator('.title a[href$="/move"]'));
      await tick(page, page.locator(`input[name=phase][value=${phase}]`));
      await page.fill('textarea[name=reason]', `Because of ${phase}.`);
      await send(page, form(page, '/move').locator('button'));
    }
    await page.goto(`/dossiers/${number}`);
    await has(page, '2', '.phases .loop');
    await pictures(page, '6-case');
  });
  await step(`${how}: a reason that was forgotten is asked for`, async () => {
    await page.goto(`/dossiers/${number}/move`);
    await tick(page, page.locator('input[name=phase][value=risk]'));
    await page.locator('textarea[name=reason]')
      .evaluate((e) => e.removeAttribute('required'));
    const [response] = await Promise.all([page.waitForNavigation(),
      push(page, form(page, '/move').locator('button'))]);
    if (response.status() !== 422)
      throw new Error(`status ${response.status()}`);
    if (!await page.isChecked('input[name=phase][value=risk]'))
      throw new Error('the choice was forgotten');
    await page.locator('textarea[name=reason][aria-invalid=true]').waitFor();
    await pictures(page, '7-mistake');
  });
  await step(`${how}: open tasks keep it from being closed`, async () => {
    await page.goto(`/dossiers/${number}`);
    await push(page, page.locator('.title details.others summary'));
    await push(page, page.locator('a[href$="/close"]').first());
    for (const task of tasks) await has(page, task);
    if (await form(page, '/close').locator('input[name=outcome]').count() > 0)
      throw new Error('the form is there all the same');
    await pictures(page, '8-blocked');
  });
  await step(`${how}: she finishes the tasks`, async () => {
    for (const task of tasks) {
      await page.goto(`/dossiers/${number}`);
      await push(page, page.locator('main a', { hasText: task }).first());
      await page.fill('textarea[name=result]', 'Done, and it is well.');
      await send(page, form(page, '/done').locator('button'));
    }
  });
  await step(`${how}: she closes it`, async () => {
    await settle(page, number, 'It is told on the phone.');
    await page.goto(`/dossiers/${number}/close`);
    await tick(page, page.locator('input[name=outcome][value=upheld]'));
    await pictures(page, '9-close');
    await send(page, form(page, '/close').locator('button'));
    await page.goto(`/dossiers/${number}`);
    await page.locator('.mark.done').waitFor();
  });
  await step(`${how}: she reopens it`, async () => {
    await push(page, page.locator('.title a[href$="/reopen"]'));
    await page.fill('textarea[name=reason]', 'The reminder came again.');
    await send(page, form(page, '/reopen').locator('button'));
    await page.goto(`/dossiers/${number}`);
    if (await page.locator('.mark.done').count() > 0)
      throw new Error('it is still marked as closed');
  });
  await step(`${how}: the history tells it all`, async () => {
    await page.goto(`/dossiers/${number}/history`);
    for (const text of ['Because of planning.', 'Because of assessment.',
      'The reminder came again.', ...tasks, file.name])
      await has(page, text);
    await pictures(page, '10-history');
    const csv = await page.request.get(`/dossiers/${number}/history.csv`);
    if (!/text\/csv/.test(csv.headers()['content-type']))
      throw new Error('no CSV');
    const lines = (await csv.text()).trim().split('\n').length;
    if (lines < 12) throw new Error(`${lines} lines of CSV`);
  });
  await step(`${how}: the find box finds it by its number`, async () => {
    const response = await page.goto(`/find?text=${number}`);
    if (response.status() !== 200) throw new Error(`${response.status()}`);
    await has(page, title);
  });
  await step(`${how}: she signs out`, async () => {
    await push(page, page.locator('.me summary'));
    await Promise.all([page.waitForNavigation(),
      push(page, page.locator('.me form[action="/signon/out"] button'))]);
    await page.goto(`/dossiers/${number}`);
    if (await page.locator('input[name=password]').count() === 0)
      throw new Error('she is still signed in');
  });
  await page.context().close();
}

await main(async (browser) => {
  await walk(browser, true);
  if (server === 'nginx') await walk(browser, false);
});
