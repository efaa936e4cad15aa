// SPDX-License-Identifier: MIT
// Who looks after the house. An administrator: its pages, who may do what and
// why, a session that has to end now; no case is ever shown. An auditor: an
// emergency access from the password to its review, and a wall between a
// colleague and somebody of the register, until it is lifted.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { main, signIn, tick } from './browser.mjs';
import { bothWays, button, choose, complaint, days, fill, gone, has, numberOf,
  send, there, visit } from './desk.mjs';

const { DATA, PREFIX } = process.env;

const minute = 60, day_long = 24 * 60 * minute;

/** A program as it runs so many seconds from now. */
const later = (seconds, program, env = {}) =>
  execFileSync(`${PREFIX}/libexec/${program}`,
      ['--conf', `${DATA}/dossier.conf`], { input: '', encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH,
          DOSSIER_NOW: Math.floor(Date.now() / 1000) + seconds, ...env } });
const ring = (seconds) => later(seconds, 'dossier-clock');

/** The status that a page has for somebody then. */
async function status_later(seconds, page, path) {
  const jar = await page.context().cookies();
  const answer = later(seconds, 'dossier-casework', {
    REQUEST_METHOD: 'GET', REQUEST_URI: path, REMOTE_ADDR: '127.0.0.1',
    HTTP_COOKIE: jar.map((c) => `${c.name}=${c.value}`).join('; ') });
  return Number(/^Status: (\d+)/.exec(answer)[1]);
}

/** The texts of the mails to somebody since the last look into the box. */
function mails(login) {
  const box = `${DATA}/mail`, found = [];
  for (const name of readdirSync(box)) {
    if (name === 'sendmail') continue;
    const [head, body] = readFileSync(`${box}/${name}`, 'utf8')
      .split(/\r?\n\r?\n/);
    if (!head.includes(`${login}@`)) continue;
    found.push(Buffer.from(body, 'base64').toString());
    rmSync(`${box}/${name}`);
  }
  return found;
}

async function house({ sit, step, look, tag }) {
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

async function emergency({ sit, step, look, tag }, number) {
  const night = await sit('yumiko'), lead = await sit('emma');
  const auditor = await sit('noah');
  const words = `The hospital rang, says ${tag}.`;
  const again = async (page, name) => {
    await page.context().clearCookies();
    await signIn(page, name);
  };

  await step('who has no right is shown the way', async () => {
    await visit(night, `/dossiers/${number}`, 404);
    await send(night, night.locator('a[href="/signon/break-glass"]'));
    await look(night, 'glass');
    await fill(night, { number, reason: 'danger', words,
      password: 'demo-somebody' });
    await send(night, button(night, '/break-glass'), 422);
    await there(night, '[name=password][aria-invalid]');
    if (await night.locator('[name=words]').inputValue() !== words)
      throw new Error('what was typed is lost');
    await night.fill('[name=password]', 'demo-yumiko');
    await send(night, button(night, '/break-glass'));
    if (numberOf(night) !== number) throw new Error(night.url());
  });
  await step('she reads it alone, and each page says so', async () => {
    for (const page of ['', '/history', '/deadlines']) {
      await visit(night, `/dossiers/${number}${page}`);
      if (!/\b(59|60)\b/.test(await night.locator('.alarm').innerText()))
        throw new Error(await night.locator('.alarm').innerText());
    }
    await look(night, 'alarm');
    await visit(night, `/dossiers/${number}/note`, 403);
    await visit(night, '/');
    await gone(night, '.alarm');
  });
  await step('its lead and the auditor hear of it at once', async () => {
    await visit(lead, '/');
    await has(lead, words);
    await look(lead, 'told');
    await visit(auditor, '/');
    await has(auditor, '1', 'a[href="/break-glass"]');
    ring(2 * minute);
    const [to_lead, to_auditor] = [mails('emma'), mails('noah')];
    if (!to_lead.some((text) => text.includes('田中 由美子')))
      throw new Error(`she got ${to_lead}`);
    if (!to_auditor.some((text) => text.includes('/break-glass/E-')))
      throw new Error(`he got ${to_auditor}`);
    if (to_auditor.some((text) => text.includes(number)))
      throw new Error('the mail names the case');
  });
  await step('what she read is on record', async () => {
    await visit(lead, `/dossiers/${number}/looks`);
    await there(lead, 'tr:has-text("田中 由美子")', 4);
    await has(lead, words);
    await look(lead, 'looks');
  });
  await step('after an hour it is shut, and no other opens', async () => {
    // who is not seen, or not known any more, would be signed out before
    for (const [after, status] of [[25, 200], [50, 200], [61, 404]]) {
      ring(after * minute);
      const got = await status_later(after * minute, night,
          `/dossiers/${number}`);
      if (got !== status) throw new Error(`${got} after ${after} minutes`);
    }
    await visit(night, '/signon/break-glass');
    await gone(night, '[name=number]');
    await there(night, '.warning');
  });
  await step('a review that is late is told once', async () => {
    for (const [after, many] of [[2, 0], [8, 1], [9, 0]]) {
      ring(after * day_long);
      const got = mails('noah').filter((text) =>
        text.includes('/break-glass/E-')).length;
      if (got !== many) throw new Error(`${got} mails after ${after} days`);
    }
    await again(night, 'yumiko');	// sessions of days ago have ended
    await again(auditor, 'noah');
    await again(lead, 'emma');
  });
  await step('the auditor finds that it was not in order', async () => {
    await visit(auditor, '/break-glass');
    await look(auditor, 'reviews');
    await send(auditor, auditor.locator('td a[href^="/break-glass/E-"]'));
    await there(auditor, 'section tbody tr', 4);
    await tick(auditor, auditor.locator('[value=unjustified]'));
    await auditor.fill('[name=remark]', `No hospital rang ${tag}.`);
    await look(auditor, 'review');
    await send(auditor, auditor.locator('main form button.primary'));
    await gone(auditor, 'td a[href^="/break-glass/E-"]');
    await visit(auditor, '/break-glass?list=done');
    await there(auditor, 'tr .mark.late');
  });
  await step('its lead reads so, and the next one may open', async () => {
    for (const page of ['/', `/dossiers/${number}/history`]) {
      await visit(lead, page);
      await has(lead, `No hospital rang ${tag}.`);
    }
    await visit(night, '/signon/break-glass');
    await there(night, '[name=number]');
  });
}

async function wall({ sit, step, look, tag }, number, other) {
  const auditor = await sit('noah'), lead = await sit('emma');
  const head = await sit('aylin'), kept = await sit('marco');
  const family = `Rossi-${tag}`;
  let person, conflict;

  const bring = async (...statuses) => {
    await visit(head, `/dossiers/${other}/people?find=${person}`);
    await tick(head, head.locator(`[name=person][value="${person}"]`));
    await head.selectOption('[name=role]', 'witness');
    await send(head, button(head, '/people'), ...statuses);
  };
  await step('she is on a case, a colleague works on another', async () => {
    await visit(lead, `/dossiers/${number}/people/new`);
    await fill(lead, { given: 'Paola', family, role: 'witness' });
    await send(lead, button(lead, '/people/new'));
    await visit(lead, `/dossiers/${number}/people`);
    person = (await lead.locator('td a[href^="/people/"]',
        { hasText: family }).getAttribute('href')).split('/').pop();
    await visit(lead, `/dossiers/${other}/tasks/new`);
    await lead.fill('input[name=title]', `Ring them, ${tag}`);
    await choose(lead, 'owner', 'Marco Rossi');
    await send(lead, button(lead, '/tasks/new'));
    await visit(kept, `/dossiers/${number}`);
  });
  await step('an auditor sets a wall between the two', async () => {
    await visit(auditor, `/people/${person}`);
    await send(auditor, auditor.locator('a[href^="/walls/new?party="]'));
    await choose(auditor, 'staff', 'Marco Rossi');
    await auditor.fill('[name=reason]', `His sister, ${tag}.`);
    await look(auditor, 'wall-new');
    await send(auditor, button(auditor, '/walls/new'));
    await has(auditor, `His sister, ${tag}.`);
    await look(auditor, 'wall');
    await visit(kept, `/dossiers/${number}`, 404);
    await visit(kept, `/dossiers?text=${tag}`);
    await gone(kept, `a[href="/dossiers/${number}"]`);
  });
  await step('whoever brings her to his case reads of it', async () => {
    await bring(422);
    conflict = await head.locator('.error:visible').first().innerText();
    if (!/Marco Rossi/.test(conflict) || !conflict.includes(family))
      throw new Error(conflict);
    await look(head, 'conflict');
  });
  await step('it is lifted with a reason, and she can come', async () => {
    await visit(auditor, '/walls');
    await look(auditor, 'walls');
    await send(auditor, auditor.locator('td a[href^="/walls/W-"]').first());
    await auditor.fill('[name=remark]', `She moved away, ${tag}.`);
    await send(auditor, auditor.locator('main form button.danger'));
    await visit(auditor, '/walls?list=over');
    await send(auditor, auditor.locator('td a[href^="/walls/W-"]').first());
    await has(auditor, `She moved away, ${tag}.`);
    await visit(kept, `/dossiers/${number}`);
    await bring();
    await visit(head, `/dossiers/${other}/people`);
    await has(head, family);
  });
}

async function day(desk) {
  const clerk = await desk.sit('elodie');
  const numbers = [];

  await house(desk);
  await desk.step('two complaints come in', async () => {
    for (const n of [1, 2])
      numbers.push(await complaint(clerk, clerk, `Kettle ${n} of ${desk.tag}`,
          { 'f.subject': 'billing' }, 'Emma Clarke'));
  });
  await wall(desk, ...numbers);
  await emergency(desk, numbers[0]);
}

await main((browser) => days(browser, 'admin', bothWays, day));
