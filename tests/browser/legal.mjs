// SPDX-License-Identifier: MIT
// A house of lawyers: a matter from its conflict check to the settlement, what
// is privileged in it, and a colleague behind a wall who finds no trace of it;
// a deadline that two people keep; a bundle; and a contract that an expert
// outside reads until that is taken back. Each of them speaks a language.
import { main, shot, tick } from './browser.mjs';
import { button, choose, day_in, days, fill, form, gone, has, ring, send,
  settle, there, visit } from './desk.mjs';
import { bundle, contract, last, outside, paper, privilege, take }
  from './legal-papers.mjs';

const ways = [
  { lang: 'de', width: 1280, script: true, head: 'en', aide: 'fr',
    officer: 'it', guest: 'ja', client: 'Obsthof Sommer AG',
    opponent: 'Kranwerk Rhein GmbH', counsel: 'Wirth', file: '3 O 118/26' },
  { lang: 'pt', width: 390, script: false, head: 'it', aide: 'ja',
    officer: 'en', guest: 'fr', client: 'Mercado Norte Ltda',
    opponent: 'Padaria Vitória', counsel: 'Falcão', file: '7 O 204/26' },
];
/** Counts by a rule of the court that is open. */
async function count(page, rule, days, served = 'formal') {
  await fill(page, { rule, day: day_in(days), served });
  await send(page, page.locator('main form[method=get] button'));
}

async function matter(desk, it) {
  const { sit, step, look, tag } = desk;
  const lawyer = await sit('ingrid'), head = await sit('vera', desk.head);
  const officer = await sit('noah', desk.officer);
  let check;

  await step('names are checked before the mandate', async () => {
    await visit(lawyer, '/legal');
    await send(lawyer, lawyer.locator('.acts a[href="/legal/conflicts"]'));
    await fill(lawyer, { names: `${it.client}\nBrandt Bau\nPeter Lüscher`,
      purpose: `Request of ${it.client}` });
    await send(lawyer, button(lawyer, '/legal/conflicts'));
    check = last(lawyer);
    await there(lawyer, 'td a[href^="/legal/LM-"]');
    await look(lawyer, 'found');
  });
  await step('what is not for her is a question to the officer', async () => {
    await gone(lawyer, 'td a[href^="/dossiers/CL-"]');
    await send(lawyer, button(lawyer, '/ask'));
    await visit(officer, '/walls');
    await send(officer, officer.locator('a[href="/legal/conflicts/asked"]'));
    await send(officer, officer.locator(`a[href$="/${check}"]`));
    await has(officer, 'Peter Lüscher');
    await look(officer, 'question');
    await tick(officer, officer.locator('input[name=answer][value=wall]'));
    await officer.fill('[name=remark]', `A claim of last year, ${tag}.`);
    await send(officer, button(officer, `/asked/${check}`));
    await look(officer, 'answered');
  });
  await step('she reads the answer, and decides', async () => {
    await lawyer.reload();
    await gone(lawyer, `main:has-text("A claim of last year, ${tag}.")`);
    await look(lawyer, 'answer');
    await tick(lawyer, lawyer.locator('input[name=state][value=waived]'));
    await lawyer.fill('[name=why]', `Behind a wall, ${tag}.`);
    await send(lawyer, button(lawyer, '/decide'));
    await has(lawyer, `Behind a wall, ${tag}.`);
    await look(lawyer, 'decided');
  });
  await step('the matter is opened', async () => {
    it.number = await take(lawyer, 'matter', 'organisation', {
      name: it.client,
      title: `${it.client} ./. ${it.opponent}`, 'f.area': 'contract',
      'f.side': 'claims', 'f.value': '12000 EUR' });
    it.legal = `/legal/${it.number}`;
    it.case = `/dossiers/${it.number}`;
    await visit(lawyer, it.legal);
    await look(lawyer, 'opened');
  });
  await step('the parties, and who represents them', async () => {
    const come = async (facts) => {
      await visit(lawyer, `${it.case}/people/new`);
      if (facts.name)
        await tick(lawyer, lawyer.locator('[name=kind][value=organisation]'));
      await fill(lawyer, facts);
      await send(lawyer, button(lawyer, '/people/new'));
    };
    await come({ name: it.opponent, role: 'opponent' });
    await come({ given: 'Rita', family: it.counsel, role: 'counsel' });
    await visit(lawyer, `${it.case}/people?find=Peter+L%C3%BCscher`);
    await tick(lawyer, lawyer.locator('[name=person]').first());
    await lawyer.selectOption('select[name=role]', 'expert');
    await send(lawyer, lawyer.locator('main form[method=post] .btn.primary'));
    await visit(lawyer, `${it.legal}/counsel`);
    await choose(lawyer, 'client', it.opponent);
    await choose(lawyer, 'counsel', it.counsel);
    await send(lawyer, button(lawyer, '/counsel'));
    await look(lawyer, 'counsel');
  });
  await step('names that came on are checked, and decided', async () => {
    await visit(lawyer, it.legal);
    await send(lawyer,
        lawyer.locator('aside a[href^="/legal/conflicts/"]').first());
    const number = last(lawyer);
    await send(lawyer, button(lawyer, '/ask'));
    await visit(officer, `/legal/conflicts/asked/${number}`);
    await tick(officer, officer.locator('input[name=answer][value=free]'));
    await fill(officer, { remark: `Closed long ago, ${tag}.` });
    await send(officer, button(officer, `/asked/${number}`));
    await lawyer.reload();
    await tick(lawyer, lawyer.locator('input[name=state][value=clear]'));
    await fill(lawyer, { why: `Nothing against it, ${tag}.` });
    await send(lawyer, button(lawyer, '/decide'));
    await there(lawyer, '.title .mark.done');
  });
  await step('a court has it', async () => {
    await visit(lawyer, it.legal);
    await send(lawyer, lawyer.locator('.acts a[href$="/proceedings/new"]'));
    await fill(lawyer, { court: 'Landgericht Freiburg', judge: 'Dr. Sutter',
      reference: it.file, filed: day_in(-20) });
    await send(lawyer, button(lawyer, '/proceedings/new'));
    await visit(lawyer, `/find?text=${encodeURIComponent(it.file)}`);
    await there(lawyer, `a[href$="/${it.number}"]`);
  });
  await step('its deadline is counted, and shows how', async () => {
    await visit(lawyer, `${it.case}/deadlines/new`);
    await look(lawyer, 'deadline-new');
    await send(lawyer, lawyer.locator('a[href$="/deadlines/court"]').first());
    await send(lawyer, lawyer.locator('nav a[href*="court=de_zpo"]'));
    await count(lawyer, 'notice', -2);
    await there(lawyer, '#count-head + *, section ol.plain li', 2);
    await has(lawyer, '§ 276');
    await look(lawyer, 'counted');
    await send(lawyer, lawyer.locator('main form[method=post] .btn.primary'));
    await look(lawyer, 'deadline');
    it.deadline = new URL(lawyer.url()).pathname;
    await visit(lawyer, it.legal);
    await there(lawyer, `aside a[href="${it.deadline}"]`);
    it.proceeding = (await lawyer.locator('td a[href*="/proceedings/"]').first()
      .getAttribute('href')).split('/').pop();
  });
}

async function before_court({ sit, step, look, tag, head: lang }, it) {
  const lawyer = await sit('ingrid'), head = await sit('vera', lang);
  const docket = `${it.legal}/proceedings/${it.proceeding}/docket`;

  await step('met, and confirmed by somebody else', async () => {
    await visit(lawyer, it.deadline);
    await send(lawyer, lawyer.locator('.acts a[href$="/done"]'));
    await send(lawyer, button(lawyer, '/done'));
    await visit(lawyer, `${it.deadline}/confirm`);
    await gone(lawyer, `form[action$="/confirm"]`);
    await visit(head, it.legal);
    await send(head, head.locator(`aside a[href="${it.deadline}"]`));
    await send(head, head.locator('.acts a[href$="/confirm"]'));
    await head.fill('[name=reason]', `Seen at the court, ${tag}.`);
    await send(head, button(head, '/confirm'));
    await there(head, '.title .mark.done');
  });
  await step('a hearing is set, and is in the calendar', async () => {
    await visit(lawyer, it.legal);
    await send(lawyer, lawyer.locator('a[href$="/hearings/new"]').first());
    await fill(lawyer, { title: `Güteverhandlung ${tag}`, day: day_in(12),
      begins: '10:00', ends: '11:30', place: 'Saal 4' });
    await send(lawyer, button(lawyer, '/hearings/new'));
    await visit(lawyer, `/calendar?day=${day_in(12)}`);
    await has(lawyer, `Güteverhandlung ${tag}`);
    await look(lawyer, 'calendar');
  });
  await step('an entry of the docket, with its document', async () => {
    await visit(lawyer, it.legal);
    await send(lawyer, lawyer.locator(`a[href="${docket}"]`));
    await send(lawyer, lawyer.locator('.acts a[href$="/docket/new"]'));
    await fill(lawyer, { number: '1', filed: day_in(-20),
      text: 'Klageschrift mit drei Anlagen' });
    await choose(lawyer, 'party', it.client);
    await lawyer.setInputFiles('input[type=file]',
        paper('Klageschrift.txt', 'Der Kran steht still.'));
    await send(lawyer, button(lawyer, '/docket/new'));
    await visit(lawyer, docket);
    await has(lawyer, 'Klageschrift.txt');
    await look(lawyer, 'docket');
  });
}

async function settlement({ sit, step, look, tag }, it) {
  const lawyer = await sit('ingrid');
  const offer = async (maker, facts) => {
    await choose(lawyer, 'maker', maker);
    await fill(lawyer, facts);
    await send(lawyer, button(lawyer, '/offers/new'));
  };
  const newest = () => send(lawyer, lawyer.locator(
      'td a.whole[href*="/offers/"]').first());

  await step('an offer, another one, and a third that is taken', async () => {
    await visit(lawyer, `${it.legal}/offers/new`);
    await offer(it.opponent, { amount: '3000 EUR', made: day_in(-9),
      until: day_in(5), terms: `Without costs, ${tag}.` });
    await newest();
    await send(lawyer, lawyer.locator('.acts a[href*="counters="]'));
    await offer(it.client, { amount: '11000 EUR', made: day_in(-4),
      until: day_in(8) });
    await newest();
    await send(lawyer, lawyer.locator('.acts a[href*="counters="]'));
    await offer(it.opponent, { amount: '8200 EUR', made: day_in(-1) });
    await newest();
    await fill(lawyer, { answer: 'accepted',
      note: `The board agrees, ${tag}.` });
    await send(lawyer, form(lawyer, `/${last(lawyer)}`).locator('.primary'));
    await has(lawyer, `The board agrees, ${tag}.`);
    await there(lawyer, 'tbody tr', 3);
    await look(lawyer, 'offers');
  });
  await step('to the settlement', async () => {
    await send(lawyer, lawyer.locator('a[href*="phase=settlement"]'));
    await lawyer.fill('[name=reason]', `8200 EUR, ${tag}.`);
    await send(lawyer, button(lawyer, '/move'));
    await visit(lawyer, `${it.legal}/offers`);
    await send(lawyer, lawyer.locator('.warning a[href$="/change"]'));
    await fill(lawyer, { 'f.settlement': '8200 EUR' });
    await send(lawyer, button(lawyer, '/change'));
  });
  await step('time and costs are booked', async () => {
    await visit(lawyer, it.legal);
    await send(lawyer, lawyer.locator('a[href$="/costs/time"]'));
    await fill(lawyer, { duration: '2:45', code: 'drafting' });
    await fill(lawyer, { text: `Settlement, ${tag}` });
    await send(lawyer, button(lawyer, '/costs/time'));
    await visit(lawyer, `${it.case}/costs/new`);
    await fill(lawyer, { amount: '420 EUR', code: 'court_fee' });
    await fill(lawyer, { text: `Fee, ${tag}` });
    await send(lawyer, button(lawyer, '/costs/new'));
    await visit(lawyer, `${it.case}/costs`);
    await has(lawyer, `Settlement, ${tag}`);
    await look(lawyer, 'costs');
  });
}

const digits = (text) => Number((/\d+/.exec(text) ?? ['0'])[0]);

async function wall({ sit, step, look, tag, head: lang, aide: words }, it) {
  const head = await sit('vera', lang), aide = await sit('hugo', words);
  const matters = async () => {
    await visit(aide, '/legal?list=all');
    return digits(await aide.locator('.title .muted').first().innerText());
  };
  let before;

  await step('a hit makes a wall', async () => {
    before = await matters();
    await there(aide, `a[href="${it.legal}"]`);
    await visit(head, it.legal);
    await send(head,
        head.locator('aside a[href^="/legal/conflicts/"]').first());
    await look(head, 'hit');
    await choose(head, 'staff', 'Hugo Lambert');
    await fill(head, { reason: `His brother, ${tag}.` });
    await send(head, button(head, '/wall'));
  });
  await step('behind it there is no trace of the matter', async () => {
    if (await matters() !== before - 1) throw new Error('it is counted');
    await look(aide, 'behind');
    for (const path of ['/', '/legal?list=all', '/dossiers',
      '/tasks?list=teams', '/approvals',
      `/dossiers?text=${encodeURIComponent(it.opponent)}`,
      `/find?text=${encodeURIComponent(it.opponent)}`,
      `/find?text=${encodeURIComponent(it.file)}`, '/notices', '/undo',
      '/calendar?team=legal', '/calendar/deadlines?team=legal',
      `/calendar?team=legal&day=${day_in(12)}`]) {
      await visit(aide, path);
      await gone(aide, `a[href*="${it.number}"]`);
      await gone(aide, `main:has-text("${it.number}")`);
    }
    for (const path of [it.legal, it.case, `${it.legal}/offers`, it.deadline,
      `${it.legal}/conflicts`, `${it.legal}/bundles`, `${it.case}/costs`,
      `${it.case}/documents/1`, `${it.case}/history`, `/intake/${it.number}`])
      await visit(aide, path, 404);
  });
  await step('a name of it is a question to the officer', async () => {
    await visit(aide, '/legal/conflicts');
    await fill(aide, { names: it.client });
    await send(aide, button(aide, '/legal/conflicts'));
    await there(aide, 'form[action$="/ask"]');
    await gone(aide, `main:has-text("${it.number}")`);
  });
}

async function missed_by_nobody({ sit, step, look, tag, aide: words }) {
  const lawyer = await sit('ingrid'), aide = await sit('hugo', words);
  let number, deadline;

  await step('a deadline that ends tomorrow', async () => {
    await visit(lawyer, '/legal');
    number = (await lawyer.locator('tbody a[href^="/legal/LM-"]').last()
      .getAttribute('href')).split('/').pop();
    await visit(lawyer, `/dossiers/${number}/deadlines/court?court=de_zpo`);
    await count(lawyer, 'objection_default', -13);
    await send(lawyer, lawyer.locator('main form[method=post] .btn.primary'));
    deadline = new URL(lawyer.url()).pathname;
  });
  await step('it warns on the start page, and stands in the list', async () => {
    await visit(lawyer, '/');
    await ring(lawyer, lawyer.locator(`main a[href="${deadline}"]`));
    await look(lawyer, 'warned');
    await visit(lawyer, '/legal');
    await there(lawyer, `tr:has(a[href="/legal/${number}"]) .mark`);
    await look(lawyer, 'list');
    await visit(lawyer, '/notices');
    await there(lawyer, `a[href*="${number}"]`);
  });
  await step('it is on the sheet of the week, and prints', async () => {
    await visit(aide, '/calendar');
    await send(aide, aide.locator('.acts a[href="/calendar/deadlines"]'));
    await choose(aide, 'team', 'Legal');
    await send(aide, aide.locator('main form.filters button'));
    for (let weeks = 2; weeks > 0 &&
        await aide.locator(`a[href="${deadline}"]`).count() === 0; weeks--)
      await send(aide, aide.locator('.ways a').last());
    await look(aide, 'week');
    await aide.emulateMedia({ media: 'print' });
    await shot(aide, `${tag}-week-print`);
    await aide.emulateMedia({ media: 'screen' });
  });
  await step('one does it, the other confirms', async () => {
    await send(aide, aide.locator(`a[href="${deadline}"]`).first());
    await send(aide, aide.locator('.acts a[href$="/done"]'));
    await fill(aide, { reason: `By courier, ${tag}.` });
    await send(aide, button(aide, '/done'));
    await look(aide, 'waits-for-check');
    await visit(lawyer, `/legal/${number}`);
    await there(lawyer, `aside a[href="${deadline}"]`);
    await send(lawyer, lawyer.locator(`aside a[href="${deadline}"]`));
    await has(lawyer, 'Hugo Lambert');
    await send(lawyer, lawyer.locator('.acts a[href$="/confirm"]'));
    await send(lawyer, button(lawyer, '/confirm'));
    await there(lawyer, '.title .mark.done');
    await visit(lawyer, '/');
    await gone(lawyer, `main a[href="${deadline}"]`);
  });
}

async function closing({ sit, step, look, tag, head: lang }, it) {
  const lawyer = await sit('ingrid'), head = await sit('vera', lang);
  await step('closed with its outcome', async () => {
    await visit(lawyer, it.legal);
    await look(lawyer, 'matter');
    await settle(lawyer, it.number, `Done: ${tag}.`, head);
    await tick(lawyer, lawyer.locator('[name=outcome][value=settled]'));
    await send(lawyer, button(lawyer, '/close'));
    await visit(lawyer, '/legal?list=closed');
    await send(lawyer, lawyer.locator(`a[href="${it.legal}"]`));
    await look(lawyer, 'closed');
  });
}

async function day(desk, browser) {
  const { client, opponent, counsel, file } = desk;
  const it = { client, opponent, counsel, file };
  await matter(desk, it);
  await before_court(desk, it);
  await privilege(desk, it);
  await bundle(desk, it);
  await wall(desk, it);
  await settlement(desk, it);
  await closing(desk, it);
  await missed_by_nobody(desk);
  await contract(desk, it);
  await outside(desk, it, browser);
}

await main((browser) => days(browser, 'legal', ways,
    (desk) => day(desk, browser)));
