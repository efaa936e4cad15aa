// SPDX-License-Identifier: MIT
// What the lawyers of legal.mjs do with papers: one that is privileged, a
// bundle, and a contract that an expert outside reads until that is taken back.
import { execFileSync } from 'node:child_process';
import { open, push, tick } from './browser.mjs';
import { admit, button, choose, day_in, fill, form, gone, has, numberOf,
  register, ring, send, there, visit } from './desk.mjs';

export const paper = (name, words) => ({ name, mimeType: 'text/plain',
  buffer: Buffer.from(`${words}\n`) });

/** Registers a request of a type and leads it; its number. */
export async function take(page, type, who, facts) {
  await visit(page, `/intake/new?type=${type}&who=${who}`);
  await fill(page, { medium: 'mail', ...facts });
  await register(page);
  const number = numberOf(page);
  await fill(page, { place: `${type}/legal` });
  await choose(page, 'lead', 'Ingrid Maurer');
  await send(page, button(page, '/accept'));
  return number;
}

export const last = (page) => new URL(page.url()).pathname.split('/').pop();

export async function privilege({ sit, step, look, tag, head: lang }, it) {
  const lawyer = await sit('ingrid'), head = await sit('vera', lang);
  const name = `Bewertung ${tag}.txt`;
  const offered = async (path, what) => {
    await visit(lawyer, path);
    return lawyer.locator(`main ${what}:has-text("${name}")`);
  };
  const in_bundle = async () => (await (await offered(`${it.legal}/bundles/new`,
      'tr')).locator('input').count()) > 0;
  const in_share = async () => (await (await offered(`${it.case}/shares/new`,
      '.tick')).count()) > 0;

  await step('what is privileged is for her alone', async () => {
    await admit(await sit('petra'), 'ingrid', 'legal');
    await visit(lawyer, `${it.case}/documents`);
    await lawyer.setInputFiles('input[name=files]',
        paper(name, 'We would lose.'));
    await fill(lawyer, { compartment: 'legal' });
    await send(lawyer, button(lawyer, '/documents'));
    await has(lawyer, name);
    it.secret = await lawyer.locator('td a.whole', { hasText: name })
      .getAttribute('href');
    await look(lawyer, 'privileged');
    for (const path of [`${it.case}/documents`, it.legal, `${it.case}/history`,
      `${it.case}/report`]) {
      await visit(head, path);
      await gone(head, `main:has-text("${name}")`);
    }
    await visit(head, `/find?text=${encodeURIComponent(name)}`);
    await gone(head, `main a:has-text("${name}")`);
    await visit(head, `${it.case}/documents`);
    for (const part of ['', '/about', '/change'])
      await visit(head, it.secret + part, 404);
  });
  await step('it is in no share and no bundle, not even in hers', async () => {
    if (await in_share()) throw new Error('it can be shared');
    await look(lawyer, 'share-without');
    if (await in_bundle()) throw new Error('it can be in a bundle');
    await look(lawyer, 'bundle-without');
  });
  await step('released with a reason, it may leave the house', async () => {
    await visit(lawyer, `${it.secret}/about`);
    await send(lawyer, lawyer.locator('a[href*="/protect/"]').first());
    await send(lawyer, lawyer.locator('a[href*="/release/"]').first());
    await fill(lawyer, { receiver: 'The court', why: `Agreed, ${tag}.` });
    await look(lawyer, 'release');
    await send(lawyer, form(lawyer, `/release/${last(lawyer)}`)
      .locator('.primary'));
    await look(lawyer, 'released');
    if (!await in_share()) throw new Error('it cannot be shared');
    // all who see the case see its bundles
    if (await in_bundle()) throw new Error('it can be in a bundle');
    await visit(head, it.secret, 404);
  });
}

export async function bundle({ sit, step, look, tag }, it) {
  const lawyer = await sit('ingrid');
  await step('a bundle is asked for, and made', async () => {
    await visit(lawyer, `${it.legal}/bundles/new`);
    await fill(lawyer, { title: `Anlagen ${tag}`, court: 'Landgericht' });
    await lawyer.locator('input[name^="o."]').first().fill('1');
    await lawyer.locator('input[name^="t."]').first().fill('K 1');
    await look(lawyer, 'bundle-new');
    await send(lawyer, button(lawyer, '/bundles/new'));
    await look(lawyer, 'bundle-waits');
    await ring(lawyer, lawyer.locator('.acts a[href*="/documents/"]'));
    await look(lawyer, 'bundle');
  });
  await step('its PDF has as many pages as it says', async () => {
    const pages = Number(await lawyer.locator('dl.facts dd').last()
      .innerText());
    const href = await lawyer.locator('.acts a[href*="/documents/"]')
      .getAttribute('href');
    const bytes = await (await lawyer.request.get(href)).body();
    const found = Number(/^Pages: +(\d+)/m.exec(execFileSync('pdfinfo', ['-'],
        { input: bytes, encoding: 'utf8' }))[1]);
    if (found !== pages || pages < 3)
      throw new Error(`${found} pages, not ${pages}`);
  });
}

export async function contract({ sit, step, look, tag }, it) {
  const lawyer = await sit('ingrid');
  const draft = (days) => paper('Vertrag.txt', 'The parties agree:\n' +
      `\nThe buyer pays within ${days} days.\n\nThe law of Zurich applies.`);
  let number;

  await step('a contract is registered, with its terms', async () => {
    number = await take(lawyer, 'contract', 'unknown', {
      title: `Kaltmiete ${tag}`, 'f.kind': 'lease', 'f.value': '24000 EUR',
      'f.begins': day_in(-30), 'f.ends': day_in(100), 'f.renews': '12',
      'f.notice': '2', 'f.notice_unit': 'months', 'f.law': 'CH' });
    it.contract = `/dossiers/${number}`;
    await visit(lawyer, '/legal/contracts');
    await send(lawyer, lawyer.locator(`a[href="/legal/${number}"]`));
    await look(lawyer, 'contract');
    await visit(lawyer, '/legal/contracts?list=all');
    await look(lawyer, 'contracts');
  });
  await step('its next date is in the calendar', async () => {
    const shown = await lawyer.locator(`tr:has(a[href="/legal/${number}"]) ` +
        'td.num').last().innerText();
    if (!/\d/.test(shown)) throw new Error(`next date: ${shown}`);
    await visit(lawyer, `${it.contract}/calendar`);
    await there(lawyer, '.agenda li');
  });
  await step('two versions of it are compared', async () => {
    await visit(lawyer, `${it.contract}/documents`);
    await lawyer.setInputFiles('input[name=files]', draft(30));
    await send(lawyer, button(lawyer, '/documents'));
    it.paper = await lawyer.locator('td a.whole').first().getAttribute('href');
    await visit(lawyer, `${it.paper}/about`);
    await lawyer.setInputFiles('input[name=file]', draft(60));
    await send(lawyer, button(lawyer, '/versions'));
    await visit(lawyer, `/legal/${number}/compare`);
    const codes = await lawyer.locator('select[name=a] option')
      .evaluateAll((all) => all.map((o) => o.value).filter((v) => v !== ''));
    if (codes.length !== 2) throw new Error(codes.join(' '));
    await fill(lawyer, { a: codes.sort()[0], b: codes[1] });
    await send(lawyer, button(lawyer, '/compare'));
    await ring(lawyer, lawyer.locator('.compared ins'));
    await has(lawyer, '30', '.compared del');
    await has(lawyer, '60', '.compared ins');
    await look(lawyer, 'compared');
  });
}

export async function outside({ sit, step, look, ...desk }, it, browser) {
  const lawyer = await sit('ingrid');
  let guest, link, code, share, second;

  const room = async () => {
    await visit(lawyer, `${it.contract}/shares/new`);
    await fill(lawyer, { name: 'Dr. Yuki Mori', email: 'mori@example.org',
      purpose: 'For your opinion on the rent.', until: day_in(14) });
    for (const box of await lawyer.locator(
        'input[name^="document."], input[name^="part."]').all())
      await tick(lawyer, box);
  };
  const made = async () => {
    const [answer] = await Promise.all([lawyer.waitForNavigation(),
      push(lawyer, button(lawyer, '/shares/new'))]);
    if (answer.status() !== 200) throw new Error(String(answer.status()));
    link = new URL(await lawyer.inputValue('#link')).pathname;
    code = await lawyer.inputValue('#secret');
    share = await lawyer.locator('main p a.btn').getAttribute('href');
  };
  const enter = async (words, status) => {
    await guest.fill('#code', words);
    await send(guest, form(guest, link).locator('button'), status);
  };
  const speak = () => send(guest,
      guest.locator(`nav a[lang^="${desk.guest}"]`));

  await step('it is shared with an expert', async () => {
    await visit(lawyer, `/legal/${it.contract.split('/').pop()}`);
    await send(lawyer, lawyer.locator('a[href$="/shares/new"]').first());
    await room();
    await look(lawyer, 'share-new');
    await made();
    await look(lawyer, 'share-link');
  });
  await step('who has the link alone sees nothing', async () => {
    guest = await open(browser, desk);
    await visit(guest, link);
    await speak();
    await gone(guest, 'main:has-text("Mori")');
    await enter('WRON-GCOD', 422);
    await look(guest, 'outside-wrong');
  });
  await step('with the code she reads and downloads', async () => {
    await enter(code, 200);
    await has(guest, 'For your opinion on the rent.');
    await look(guest, 'outside-room');
    const href = await guest.locator('td a[href^="/portal/documents/"]')
      .getAttribute('href');
    const file = await guest.request.get(href);
    if (!(await file.text()).includes('within 60 days') ||
        !/attachment/.test(file.headers()['content-disposition']))
      throw new Error(`${file.status()}`);
    await visit(guest, it.contract, 401);
  });
  await step('each look is told to the lawyer', async () => {
    await visit(lawyer, share);
    await there(lawyer, '#log, tbody tr', 3);
    await has(lawyer, '“Vertrag.txt”'.replace(/[“”]/g, ''));
    await look(lawyer, 'share');
    await visit(lawyer, '/notices');
    await there(lawyer, `a[href="${share}"]`);
    await visit(lawyer, `/legal/${it.contract.split('/').pop()}`);
    await there(lawyer, `aside a[href="${share}"]`);
  });
  await step('revoked, it is gone at once', async () => {
    await visit(lawyer, share);
    await fill(lawyer, { why: 'The opinion is here.' });
    await send(lawyer, lawyer.locator('main form .btn.danger'));
    await look(lawyer, 'revoked');
    await visit(guest, '/portal', 404);
    await visit(guest, link, 404);
    await look(guest, 'outside-gone');
  });
  await step('five wrong codes lock a link', async () => {
    await room();
    await made();
    second = share;
    await visit(guest, link);
    for (const n of [1, 2, 3, 4, 5])
      await enter(`WRON-GCO${n}`, n < 5 ? 422 : 404);
    await look(guest, 'outside-locked');
    await visit(lawyer, second);
    await there(lawyer, '.mark.late');
    await look(lawyer, 'locked');
  });
  await guest?.context().close();
}
