// SPDX-License-Identifier: MIT
// Every page of every program, as people of every role meet it, at two widths,
// with script and without: axe-core and html-validate find nothing, and
// nothing scrolls sideways. The pages are those of the programs' own route
// tables, found by following links, so one that nothing leads to is a fault.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { base, judge, main, open, result, shot, signIn, widths }
  from './browser.mjs';
import { admit, button, choose, day_in, send, visit } from './desk.mjs';

// People of every role, and of five languages.
const people = ['emma', 'mia', 'aylin', 'yumiko', 'ana', 'noah', 'petra',
  'chiara', 'ingrid', 'helen', 'theo'];
// Pages that look different for everybody; the others are judged once.
const own = ['/', '/dossiers', '/dossiers/{number}', '/signon/me'];

/** GET routes of all programs, as patterns. */
function routes() {
  const folder = `${process.env.PREFIX}/libexec`, found = [];
  for (const program of readdirSync(folder)) {
    if (!/^dossier-(?!(clock|paper|plain)$)/.test(program)) continue;
    const text = execFileSync(`${folder}/${program}`, ['--routes'],
        { encoding: 'utf8' });
    for (const line of text.split('\n')) {
      const [method, path, right] = line.trim().split(/\s+/);
      // programs fetch calendars, by a link that no page holds, and a record
      // is fetched once it was taken out; for what people outside see see
      // outside()
      if (method !== 'GET' || /\.(ics|xml)$/.test(path) ||
          right === 'outside')
        continue;
      found.push({ path, seen: new Map(), match: new RegExp('^' +
          path.replace(/\.(?=[a-z])/g, '\\.')
            .replace(/\{[^}]*\}/g, '[^/]+') + '$') });
    }
  }
  // a fixed word beats a {name}
  return found.sort((a, b) => (a.path.match(/\{/g) ?? []).length -
      (b.path.match(/\{/g) ?? []).length);
}

const broken = [];	// what no page may answer

const isPage = (r) => (r.headers()['content-type'] ?? '')
  .startsWith('text/html');

/**
 * Follows links from the start page, so many times to pages of one route:
 * one address of each route. Ends once every route was seen, if asked to.
 */
async function crawl(page, table, person, first, most, all) {
  const visits = new Map();
  const queue = ['/', first, '/signon/me',
    '/dossiers?type=claim&status=closed',	// paid: an account is masked
    '/dossiers', '/intake',
    '/find?text=a', '/dossiers?status=waiting', '/dossiers?status=closed', '/signon',
    // forms lead there, and what refuses a case
    '/dossiers/bulk?act=move&every=1&status=active', '/signon/break-glass'];
  const known = new Set(queue), found = [];
  while (queue.length > 0) {
    const path = queue.shift();
    const route = table.find((r) => r.match.test(path.split('?')[0]));
    const times = visits.get(route) ?? 0;
    if (!route || times >= most) continue;
    if (all && table.every((r) => r.seen.size > 0)) break;
    visits.set(route, times + 1);
    route.seen.set(person, true);
    const answer = await page.request.get(path);
    // who has to say first what for is led to that question
    const led = new URL(answer.url()).pathname;
    table.find((r) => r.match.test(led))?.seen.set(person, true);
    if (answer.status() >= 500) broken.push(`${answer.status()} ${path}`);
    if (!isPage(answer) || answer.status() !== 200) continue;
    if (times === 0) found.push({ path, route });
    for (const [, href] of (await answer.text())
      .matchAll(/<a\b[^>]*?\bhref="([^"#]+)/g)) {
      const url = new URL(href.replace(/&amp;/g, '&'), base + path);
      const next = url.pathname + url.search;
      if (url.origin === base && !known.has(next)) {
        known.add(next);
        queue.push(next);
      }
    }
  }
  return found;
}

/**
 * What the samples lack or hide, on one case: an act to undo, a link to end,
 * a goal, one that is reached, and access to take back. Its number.
 */
async function prepare(browser) {
  const page = await open(browser);
  await signIn(page, 'emma');
  await visit(page, '/dossiers?type=complaint&status=active');
  const [number, other] = await page.locator('tbody a.whole')
    .evaluateAll((links) => [...new Set(links.map((a) =>
      new URL(a.href).pathname.split('/').pop()))]);
  for (const reached of [true, false]) {
    await visit(page, `/dossiers/${number}/goals/new?from=answered`);
    await send(page, button(page, '/goals/new'));
    if (!reached) continue;
    await send(page, page.locator('.title a[href$="/reach"]'));
    await send(page, button(page, '/reach'));
  }
  await visit(page, `/dossiers/${number}/links?find=${other}`);
  await page.selectOption('select[name=kind]', 'related');
  await send(page, page.locator('main form[method=post] .btn.primary'));
  await prepare_given(page, number);
  await page.context().close();
  const head = await open(browser);
  await signIn(head, 'aylin');
  await visit(head, `/dossiers/${number}/access/grant`);
  await choose(head, 'person', 'Jonas Weber');
  await head.fill('textarea[name=why]', 'He knows the matter.');
  await send(head, button(head, '/grant'));
  await visit(head, `/dossiers/${number}/walls`);
  await choose(head, 'staff', 'Chiara Conti');
  await head.fill('textarea[name=reason]', 'They are neighbours.');
  await send(head, button(head, '/walls'));
  await head.context().close();
  await prepare_closed(browser, number, other);
  await outside(browser, number);
  await prepare_matter(browser);
  await prepare_patients(browser);
  return number;
}

/** Of a matter: a bundle, an hour of today, and what is privileged. */
async function prepare_matter(browser) {
  const admin = await open(browser), page = await open(browser);
  await signIn(admin, 'petra');
  await admit(admin, 'ingrid', 'legal');
  await admin.context().close();
  await signIn(page, 'ingrid');
  await visit(page, '/legal');
  const matters = await page.locator('main tbody a[href^="/legal/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  for (const matter of [...new Set(matters)]) {
    await visit(page, `${matter}/bundles/new`);
    const place = page.locator('input[name^="o."]').first();
    if (await place.count() === 0) continue;
    await page.fill('input[name=title]', 'For the hearing');
    await place.fill('1');
    await send(page, button(page, '/bundles/new'));
    await visit(page, `/dossiers/${matter.split('/').pop()}/costs/time`);
    await page.fill('input[name=duration]', '1:00');
    await page.selectOption('select[name=code]', { index: 1 });
    await page.fill('main input[name=text]', 'Letter');
    await send(page, page.locator('main form.form .btn.primary'));
    await visit(page, `/dossiers/${matter.split('/').pop()}/documents`);
    await page.setInputFiles('input[name=files]', { name: 'Opinion.txt',
      mimeType: 'text/plain', buffer: Buffer.from('We would lose.') });
    await page.selectOption('select[name=compartment]', 'legal');
    await send(page, button(page, '/documents'));
    break;
  }
  await page.context().close();
}

/** Patients: one whose care plan is agreed, one whose plan is not yet, and
 * whose records somebody else collected. */
async function prepare_patients(browser) {
  const page = await open(browser), nurse = await open(browser);
  await signIn(page, 'helen');
  await signIn(nurse, 'clara');
  await prepare_provider(page);
  await visit(page, '/medical?list=all');
  const links = await page.locator('main tbody a[href^="/medical/"]')
    .evaluateAll((found) => found.map((a) => a.getAttribute('href')));
  const own = [];
  for (const at of [...new Set(links)]) {
    await visit(page, at);	// of others she is asked what for
    if (!page.url().includes('/purpose')) own.push(at);
  }
  const [first, second] = own;
  await prepare_known(page, first);
  await prepare_consent(page, first);
  await prepare_disclosure(page, first);
  await prepare_release(nurse, first);
  await prepare_careplan(page, first);
  await visit(page, `${first}/plan/agree`);
  await page.fill('input[name=who]', 'Her and her son');
  await send(page, button(page, '/plan/agree'));
  await prepare_careplan(page, second);
  const third = [...new Set(links)].filter((at) => !own.includes(at));
  await prepare_member(nurse, third);
  await nurse.context().close();
  await page.context().close();
}

/** Of patients who are not hers: the one of the nurse has no care plan, and
 * now the case manager on the team. */
async function prepare_member(nurse, others) {
  for (const at of others) {
    await visit(nurse, `${at}/team?find=Marsh`);
    const person = nurse.locator('main input[name=person]').first();
    if (await person.count() === 0) continue;
    await person.check();
    await nurse.selectOption('#role', 'nurse');
    await send(nurse, button(nurse, '/team'));
    return;
  }
  throw new Error('the nurse has no patient of her own');
}

/** Somebody patients are referred to. */
async function prepare_provider(page) {
  await visit(page, '/medical/providers/new');
  await page.fill('#name', 'Nordwind Physiotherapy');
  await page.fill('#services', 'Physiotherapy');
  await page.check('#accepts');
  await send(page, button(page, '/providers/new'));
}

/** Of a patient: a problem, a signed note and a draft, a strength, a
 * referral. */
async function prepare_known(page, at) {
  await visit(page, `${at}/problems/new`);
  await page.fill('input[name=words]', 'High blood pressure');
  await send(page, button(page, '/problems/new'));
  for (const text of ['Slept well.', 'To be signed tomorrow.']) {
    await visit(page, `${at}/notes/new`);
    await page.fill('textarea[name=text]', text);
    await send(page, button(page, '/notes/new'));
    if (text === 'Slept well.') await send(page, button(page, '/sign'));
  }
  await visit(page, `${at}/strengths/new`);
  await page.fill('#words', 'Cooks for her whole street.');
  await send(page, button(page, '/strengths/new'));
  await visit(page, `${at}/referrals/new`);
  await page.selectOption('#provider', { index: 1 });
  await page.fill('#service', 'Physiotherapy');
  await page.fill('#purpose', 'To climb her stairs.');
  await send(page, button(page, '/referrals/new'));
}

/** Of a patient: a care plan from the standard one, to be agreed. */
async function prepare_careplan(page, at) {
  await visit(page, `${at}/plan/new?standard=hip_fracture`);
  await page.fill('#title', 'Home again');
  await send(page, button(page, '/plan/new'));
}

/** Of a patient: a consent that ends soon. */
async function prepare_consent(page, at) {
  await visit(page, `${at}/consents/new`);
  await page.check('input[name="what.all"]');
  await page.check('input[name="class.treating"]');
  await page.check('input[name="purpose.treatment"]');
  await page.fill('input[name=until]', day_in(9));
  await page.check('input[name=state][value=given]');
  await page.check('input[name=how][value=electronic]');
  await send(page, button(page, '/consents/new'));
}

/** Of a patient: somebody asks for records, and they are collected. */
async function prepare_release(page, at) {
  await visit(page, `${at}/releases/new`);
  await page.check('input[name=asker][value=court]');
  await page.fill('input[name=name]', 'District Court');
  await page.fill('textarea[name=asked]', 'The notes of spring.');
  await page.check('input[name="what.128"]');
  await page.selectOption('select[name=purpose]', { index: 1 });
  await send(page, button(page, '/releases/new'));
  await page.check('input[name=ground][value=court]');
  await page.fill('textarea[name=ground_why]', 'Order 12');
  await send(page, button(page, '/authorise'));
  await send(page, page.locator('main a[href$="/collect"]'));
  await page.locator('main input[type=checkbox]').first().check();
  await send(page, button(page, '/collect'));
}

/** Of a patient: something left. */
async function prepare_disclosure(page, at) {
  await visit(page, `${at}/disclosures/new`);
  await page.fill('input[name=receiver]', 'District Court');
  await page.selectOption('select[name=way]', 'phone');
  await page.fill('textarea[name=words]', 'The day of the admission');
  await page.check('input[name="what.128"]');
  await page.selectOption('select[name=purpose]', { index: 1 });
  await page.check('input[name=ground][value=court]');
  await page.fill('textarea[name=ground_why]', 'Order 12');
  await send(page, button(page, '/disclosures/new'));
}

/** What somebody outside sees of it, by a link and a code. */
async function outside(browser, number) {
  const page = await open(browser);
  await signIn(page, 'emma');
  await visit(page, `/dossiers/${number}/shares/new`);
  await page.fill('input[name=name]', 'Dr. Weber');
  await page.fill('textarea[name=purpose]', 'For your opinion.');
  for (const box of await page.locator('main input[type=checkbox]').all())
    await box.check();
  const [answer] = await Promise.all([page.waitForNavigation(),
    button(page, '/shares/new').click()]);
  const faults = await judge(page, answer);
  const link = await page.inputValue('#link');
  const code = await page.inputValue('#secret');
  await page.context().close();
  for (const script of [true, false]) {
    const guest = { script, page: await open(browser, { script }) };
    faults.push(...await both(guest, link, 'outside-link'));
    await guest.page.fill('#code', code);
    await guest.page.click('main .btn.primary');
    faults.push(...await both(guest, '/portal', 'outside-room'));
    faults.push(...await both(guest, '/portal/share/none', 'outside-none'));
    await guest.page.context().close();
  }
  result('nothing is wrong with what is shared', faults);
}

/** A form that is begun; the way to it is a button. */
async function begin_form(page, number) {
  await visit(page, `/dossiers/${number}`);
  await send(page, button(page, `/${number}/forms`));
}

/** And one that is complete; another time it begins on the page of forms. */
async function complete_form(page, number, again) {
  if (!again) await begin_form(page, number);
  else {
    await visit(page, `/dossiers/${number}/forms`);
    await send(page, button(page, `/${number}/forms`));
  }
  for (const box of await page.locator('#ask input[type=date]').all())
    await box.fill(day_in(-1));
  for (const list of await page.locator('#ask select').all())
    await list.selectOption({ index: 1 });
  for (const text of await page.locator('#ask textarea').all())
    await text.fill('As we talked.');
  for (const text of await page.locator('#ask input[type=text]').all())
    await text.fill('Ada Brown');
  await send(page, page.locator('#ask button[value=complete]'));
}

/** A promise, and work that is offered to somebody. */
async function prepare_given(page, number) {
  await visit(page, `/dossiers/${number}/promises/new`);
  await page.fill('main input[name=text]', 'An answer in writing');
  await page.fill('input[name=day]', day_in(9));
  await page.selectOption('select[name=medium]', 'phone');
  await send(page, button(page, '/promises/new'));
  await visit(page, '/handovers/new');
  await page.locator('input[name=pick]').first().check();
  await choose(page, 'receiver', 'Aylin Demir');
  await page.fill('textarea[name=note]', 'She knows the family.');
  await send(page, button(page, '/handovers/new'));
}

/** Somebody is away, and somebody opens the case. */
async function prepare_closed(browser, number, other) {
  const emma = await open(browser);
  await signIn(emma, 'emma');
  await begin_form(emma, number);
  for (const again of [false, true]) await complete_form(emma, other, again);
  await visit(emma, `/calendar/new?dossier=${number}`);
  await emma.fill('input[name=title]', 'Visit');
  await emma.fill('input[name=day]', day_in(1));
  await emma.fill('input[name=begins]', '09:00');
  await emma.fill('input[name=ends]', '10:00');
  await emma.selectOption('select[name=often]', 'weekly');
  await send(emma, button(emma, '/calendar/new'));
  await visit(emma, '/absence/new');
  await emma.fill('input[name=begins]', day_in(0));
  await emma.fill('input[name=ends]', day_in(9));
  await choose(emma, 'substitute', 'Jonas Weber');
  await send(emma, button(emma, '/absence/new'));
  await emma.context().close();
  const night = await open(browser);
  await signIn(night, 'yumiko');
  await visit(night, '/signon/break-glass');
  await night.fill('input[name=number]', number);
  await night.selectOption('select[name=reason]', { index: 1 });
  await night.fill('textarea[name=words]', 'Somebody has to look at it now.');
  await night.fill('input[name=password]', 'demo-yumiko');
  await send(night, button(night, '/break-glass'));
  await night.context().close();
}

/** Each sample case, as who reads them all. */
async function every_case(browser) {
  const page = await open(browser);
  await signIn(page, 'noah');
  const list = await (await page.request.get('/dossiers.csv')).text();
  const numbers = [...new Set(list.match(/\b[A-Z]{1,3}-\d{4}-\d{8}\b/g))];
  result('there are sample cases', numbers.length > 100 ? [] :
      [`only ${numbers.length}`]);
  for (const number of numbers)
    for (const part of ['', '/plan', '/history', '/report']) {
      const answer = await page.request.get(`/dossiers/${number}${part}`);
      if (answer.status() >= 500)
        broken.push(`${answer.status()} ${number}${part}`);
    }
  await page.context().close();
}

const name = (path) => path.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, '')
  .slice(0, 60) || 'start';

/** The faults of a page at both widths. */
async function both({ page, script }, path, picture) {
  const faults = [], response = await page.goto(path);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    // axe-core is script itself, so without it the width is measured
    faults.push(...(await judge(page, response,
        { all: script, markup: script && width === widths[0] }))
      .map((f) => `${width}${script ? '' : ' without script'}: ${f}`));
    if (script) await shot(page, `${picture}-${width}`);
  }
  return faults;
}

await main(async (browser) => {
  const table = routes();
  const first = `/dossiers/${await prepare(browser)}`;
  const judged = new Set();
  const look = async (person, most, all) => {
    const windows = [];
    for (const script of [true, false])
      windows.push({ script, page: await open(browser, { script }) });
    for (const { page } of windows) await signIn(page, person);
    for (const { path, route } of
        await crawl(windows[0].page, table, person, first, most, all)) {
      if (judged.has(route.path) && (all || !own.includes(route.path)))
        continue;
      judged.add(route.path);
      const faults = await Promise.all(windows.map((w) =>
        both(w, path, `${person}-${name(route.path)}`)));
      result(`${person} finds nothing wrong with ${path}`, faults.flat());
    }
    for (const { page } of windows) await page.context().close();
  };
  for (const person of people) await look(person, 12, false);
  // What only some cases have is looked for in more of them.
  for (const person of people)
    if (table.some((r) => r.seen.size === 0)) await look(person, 120, true);
  // What people meet when something is refused.
  const page = await open(browser);
  for (const [path, what] of [['/signon', 'the sign-in page'],
      ['/dossiers', 'the sign-in page in the place of another']]) {
    const response = await page.goto(path);
    result(`nothing is wrong with ${what}`, await judge(page, response));
    await shot(page, `nobody-${name(path)}-1280`);
  }
  await signIn(page, 'emma');
  for (const path of ['/dossiers/C-2026-00000000', '/no/such/page']) {
    const response = await page.goto(path);
    const faults = await judge(page, response);
    if (response.status() !== 404) faults.push(`status ${response.status()}`);
    result(`nothing is wrong with the refusal of ${path}`, faults);
    await shot(page, `refusal-${name(path)}-1280`);
  }
  await every_case(browser);
  result('no page breaks', broken);
  for (const route of table)
    result(`somebody comes to ${route.path}`,
        route.seen.size > 0 ? [] : ['no link leads to it']);
});
