// SPDX-License-Identifier: MIT
// The day of an intake clerk and of who screens: requests of somebody new, of
// somebody known, of somebody nearly known; one more of a matter that is
// open; a draft; what arrives and is on no case yet.
import { main, tick } from './browser.mjs';
import { bothWays, button, days, gone, has, numberOf, register, send, then,
  there, unfold, visit } from './desk.mjs';

const files = ['Brief.txt', 'Foto 1.txt', 'Reçu.txt'].map((name) =>
  ({ name, mimeType: 'text/plain', buffer: Buffer.from(`${name}\n`) }));
async function day({ sit, step, look, tag }) {
  const clerk = await sit('elodie');
  const family = `Zwahlen${tag.replace(/[^a-z]/g, '')}`;
  let known, first, twin, arrival, matters = [];

  const type = async () => {
    await visit(clerk, '/intake/new');
    await send(clerk, clerk.locator('main a[href*="type=complaint"]').first());
  };
  const find = async (words) => {
    await type();
    await clerk.fill('input[name=find]', words);
    await send(clerk, clerk.locator('form:has(input[name=find]) button'));
  };
  const matter = async (title, more = {}) => {
    await clerk.selectOption('select[name=medium]', 'counter');
    await clerk.fill('input[name=title]', title);
    await clerk.fill('textarea[name=text]', `${title}.`);
    await clerk.selectOption('select[name="f.subject"]', 'billing');
    if (more.files) await clerk.setInputFiles('input[name=files]', more.files);
  };

  await step('the type comes first, then who asks', async () => {
    await visit(clerk, '/intake');
    await look(clerk, 'tray');
    await send(clerk, clerk.locator('main .acts a[href="/intake/new"]'));
    await there(clerk, 'a[href*="type="]', 2);
    await look(clerk, 'types');
    await find(family);
    await look(clerk, 'nobody');
    await send(clerk, clerk.locator('a[href*="who=person"]'));
    await there(clerk, '[name="f.subject"]');
  });
  await step('somebody new, with three files at once', async () => {
    await clerk.fill('input[name=given]', 'Rosmarie');
    await clerk.fill('input[name=family]', family);
    await clerk.fill('input[name=email]', `${family}@example.org`);
    await clerk.selectOption('.form select[name=language]', 'it');
    await matter(`Parking fine of ${tag}`, { files });
    await look(clerk, 'form');
    await register(clerk);
    first = numberOf(clerk);
    for (const f of files) await has(clerk, f.name);
    await look(clerk, 'request');
  });
  await step('found by the beginning of her name', async () => {
    await find(family.slice(0, -2));
    await look(clerk, 'found');
    await send(clerk, clerk.locator('table a.whole').first());
    known = await clerk.locator('input[name=person]').inputValue();
    await has(clerk, known);
  });
  await step('an open case looks like it: one more letter of it', async () => {
    await matter(`Parking fine of ${tag}`, { files: [files[2]] });
    await send(clerk, then(clerk, 'show'), 422);
    await look(clerk, 'similar');
    await tick(clerk, clerk.locator(`#matter-${first}`));
    await has(clerk, files[2].name);	// not chosen again
    await send(clerk, then(clerk, 'show'));
    if (!clerk.url().includes(first)) throw new Error(clerk.url());
  });
  await step('somebody nearly the same is shown, with why', async () => {
    await find('Nobody of this name');
    await send(clerk, clerk.locator('a[href*="who=person"]'));
    await clerk.fill('input[name=given]', 'Rosmarie');
    await clerk.fill('input[name=family]', family.replace('hl', 'l'));
    await clerk.fill('input[name=email]', `${family}@example.org`);
    await matter(`Broken lamp of ${tag}`);
    await send(clerk, then(clerk, 'show'), 422);
    await there(clerk, `#same-${known} + div b`, 2);
    await look(clerk, 'same');
    await tick(clerk, clerk.locator(`#same-${known}`));
    await register(clerk);
    await has(clerk, known);
    matters.push(numberOf(clerk));
  });
  await step('save, and the next one at once', async () => {
    await find('Nobody of this name');
    await send(clerk, clerk.locator('a[href*="who=unknown"]'));
    await matter(`Rubbish on the square, ${tag}`);
    await register(clerk, 'new');
    await there(clerk, 'input[name=find]');
    await there(clerk, '.notice a, .notice');
    await look(clerk, 'next');
  });
  await step('a draft waits, and goes on as it was', async () => {
    await send(clerk, clerk.locator('a[href*="who=unknown"]'));
    await matter(`Half a story, ${tag}`);
    await send(clerk, clerk.locator('button[formaction$="/intake/drafts"]'));
    await visit(clerk, '/intake/new');
    await look(clerk, 'drafts');
    await send(clerk,
        clerk.locator('a[href*="draft="]', { hasText: tag }).first());
    const typed = await clerk.inputValue('textarea[name=text]');
    if (typed !== `Half a story, ${tag}.`) throw new Error(typed);
    await register(clerk);
    matters.push(numberOf(clerk));
    await visit(clerk, '/intake/new');
    await gone(clerk, `a[href*="draft="]:has-text("${tag}")`);
  });

  const log = async (title) => {
    await visit(clerk, '/intake/unfiled');
    await send(clerk,
        clerk.locator('main .acts a[href="/intake/unfiled/new"]'));
    await clerk.fill('input[name=title]', title);
    await clerk.fill('input[name=sender]', 'Nordwind GmbH');
    await clerk.selectOption('select[name=medium]', 'letter');
    await clerk.setInputFiles('input[name=files]', files.slice(0, 2));
    if (!arrival) await look(clerk, 'log');
    await send(clerk, button(clerk, '/intake/unfiled/new'));
    await visit(clerk, '/intake/unfiled');
    const link = clerk.locator('a.whole', { hasText: title });
    arrival = (await link.first().getAttribute('href')).split('/').pop();
    return link.first();
  };
  await step('an arrival is logged and taken', async () => {
    const link = await log(`Two letters, ${tag}`);
    await look(clerk, 'unfiled');
    await send(clerk, link);
    await send(clerk, button(clerk, '/take'));
    await gone(clerk, 'form[action$="/take"]');
    await has(clerk, 'Élodie');
  });
  await step('it is filed on the case that it belongs to', async () => {
    await clerk.fill('main input[name=find]', first);
    await send(clerk, clerk.locator('main form:has(input[name=find]) button')
      .first());
    await tick(clerk, clerk.locator(`#dossier-${first}`));
    await look(clerk, 'file');
    await send(clerk, button(clerk, '/file'));
    await visit(clerk, `/intake/unfiled/${arrival}`);
    await there(clerk, `a[href="/dossiers/${first}"]`);
    await visit(clerk, `/intake/${first}`);
    const letters = await clerk.locator('table tbody a',
        { hasText: files[0].name }).count();
    if (letters !== 2) throw new Error(`${letters} letters on the case`);
  });
  await step('another is registered as a request', async () => {
    await send(clerk, await log(`A long letter, ${tag}`));
    await send(clerk, clerk.locator(`a[href*="arrival=${arrival}"]`).first());
    await send(clerk, clerk.locator('main a[href*="type=complaint"]').first());
    await clerk.fill('input[name=find]', known);
    await send(clerk, clerk.locator('form:has(input[name=find]) button'));
    await send(clerk, clerk.locator('table a.whole').first());
    await has(clerk, files[0].name);
    await matter(`A long letter, ${tag}`);
    await register(clerk);
    matters.push(numberOf(clerk));
    await has(clerk, files[0].name);
  });
  await step('a third is put away, and taken back', async () => {
    await send(clerk, await log(`A leaflet, ${tag}`));
    await unfold(clerk, 'details:has(form[action$="/away"])');
    await clerk.fill('textarea[name=reason]', 'Advertising.');
    await look(clerk, 'arrival');
    await send(clerk, button(clerk, '/away'));
    await visit(clerk, '/intake/unfiled?list=away');
    await has(clerk, 'Advertising.');
    await visit(clerk, `/intake/unfiled/${arrival}`);
    await send(clerk, button(clerk, '/back'));
    await visit(clerk, '/intake/unfiled');
    await has(clerk, `A leaflet, ${tag}`);
  });

  const screener = await sit('jonas');
  await step('the screener accepts one', async () => {
    await visit(screener, `/intake/${first}`);
    await look(screener, 'screen');
    await screener.selectOption('select[name=place]', { index: 1 });
    await send(screener, button(screener, '/accept'));
    await gone(screener, 'form[action$="/accept"]');
  });
  await step('solves one at once', async () => {
    await visit(screener, `/intake/${matters[0]}`);
    await unfold(screener, 'details:has(form[action$="/solve"])');
    await screener.fill('textarea[name=result]', 'A new bulb.');
    await send(screener, button(screener, '/solve'));
    await visit(screener, `/intake/${matters[0]}`);
    await there(screener, '.mark.done');
  });
  await step('is asked for what is missing, and declines one', async () => {
    await visit(screener, `/intake/${matters[1]}`);
    await unfold(screener, 'details:has(form[action$="/decline"])');
    await screener.fill('textarea[name=reason]', 'Not ours.');
    await send(screener, button(screener, '/decline'), 422);
    await there(screener, '#alternatives[aria-invalid=true]');
    await look(screener, 'mistake');
    await screener.fill('textarea[name=alternatives]', 'The canton.');
    await send(screener, button(screener, '/decline'));
    await visit(screener, '/intake');
    for (const done of [first, matters[0], matters[1]])
      await gone(screener, `a[href="/intake/${done}"]`);
    await there(screener, `a[href="/intake/${matters[2]}"]`);
  });
}

await main((browser) => days(browser, 'clerk', bothWays, day));
