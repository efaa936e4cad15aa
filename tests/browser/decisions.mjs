// SPDX-License-Identifier: MIT
// A complaint's risk and its compensation by tables: the risk follows from
// the facts and a person overrides it; the table proposes a compensation, and
// another is decided; then the table changes twice, and what was decided can
// still be read with the table of its day. Last a form: filled in by half and
// the next day to its end, corrected, and changed for those who come after.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { main, signIn, tick } from './browser.mjs';
import { bothWays, button, complaint, days, fill, form, gone, has, numberOf,
  send, there, unfold, visit } from './desk.mjs';

const { DATA, PREFIX } = process.env;
const shipped = `${PREFIX}/share/dossier/casetypes`;

/** Installs the type as it ships, with one text of its tables for another. */
function install(from = '', to = '') {
  const folder = `${DATA}/types/complaint`;
  cpSync(shipped, `${DATA}/types`, { recursive: true });
  const file = `${folder}/complaint.dmn`;
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in the table`);
  writeFileSync(file, text.replace(from, to));
  return execFileSync(`${PREFIX}/bin/dossier`, ['type', 'install',
    '--conf', `${DATA}/dossier.conf`, folder], { encoding: 'utf8' }).trim();
}

async function day({ sit, step, look, tag, lang }) {
  const clerk = await sit('elodie'), screener = await sit('jonas');
  const lead = await sit('emma');
  const money = (n) => new Intl.NumberFormat(lang, {
    minimumFractionDigits: 2 }).format(n);
  let number, later, old;

  const complain = (title) => complaint(clerk, screener, title,
      { 'f.subject': 'billing', 'f.harm': 'distress', 'f.amount': '80' });
  const change = async (page, facts) => {
    await visit(page, `/dossiers/${numberOf(page)}/change`);
    await fill(page, facts);
    await send(page, form(page, '/change').locator('button.primary'));
  };
  const compensate = async (page) => {
    await send(page, button(page, '/decisions/compensation'));
    await there(page, 'form[action$="/confirm"]');
  };
  const outweigh = async (page, decide) => {
    await decide();
    await there(page, '#reason[required], #why[required]');
    await page.fill('#reason, #why', `A word of ${tag}.`);
    await send(page, button(page, '/override'));
    await has(page, `A word of ${tag}.`);
  };

  await step('the type is as it ships', async () => {
    install();
  });
  await step('a complaint has its risk from the first day', async () => {
    number = await complain(`Late kettle of ${tag}`);
    await visit(lead, `/dossiers?text=${tag}`);
    await has(lead, `Late kettle of ${tag}`);
    await there(lead, 'td .mark.low');
    await look(lead, 'queue');
    await send(lead, lead.locator('td a[href*="/decisions/"]').first());
    await look(lead, 'risk');
    // the points that make it moderate are told
    await has(lead, '[3..6)');
  });
  await step('it follows the facts', async () => {
    await visit(lead, `/dossiers/${number}`);
    await change(lead, { 'f.subject': 'privacy' });
    await there(lead, '.mark.moderate');
    await look(lead, 'moderate');
  });
  await step('she overrides it with a reason', async () => {
    await send(lead, lead.locator(
        'aside a[href*="/decisions/"]:not([href*="#"])').first());
    await outweigh(lead, () => lead.selectOption('[name="f.result"]', 'high'));
    await look(lead, 'overridden');
    await visit(lead, `/dossiers/${number}`);
    await there(lead, '.mark.high');
    await visit(lead, `/dossiers?text=${tag}`);
    await there(lead, 'td .mark.high');
  });
  await step('what a person decided stays when the facts change', async () => {
    await visit(lead, `/dossiers/${number}`);
    await change(lead, { 'f.subject': 'delivery' });
    await there(lead, '.mark.high');
  });

  await step('days late are computed, and told how', async () => {
    await change(lead, { 'f.fault': 'ours', 'f.promised_on': '2026-10-01',
      'f.delivered_on': '2026-10-21' });
    await unfold(lead, 'details.how');
    await has(lead, '20', 'dd:has(details.how)');
    await look(lead, 'computed');
  });
  await step('the table proposes a compensation', async () => {
    await compensate(lead);
    await has(lead, money(110));	// 80, and 5 for each of 6 days
    await has(lead, 'min(5 * (delay - 14), 150)');
    await look(lead, 'proposal');
  });
  await step('something else is decided, with a reason', async () => {
    await outweigh(lead, () => lead.fill('[name="f.result"]', '125'));
    await has(lead, money(125));
    await has(lead, money(110));
    old = new URL(lead.url()).pathname;
    await look(lead, 'compensation');
    await visit(lead, `/dossiers/${number}`);
    await has(lead, money(125));
  });

  await step('the table changes twice', async () => {
    const first = install('min(5 * (delay - 14), 150)',
        'min(7 * (delay - 14), 200)');
    const second = install('min(5 * (delay - 14), 150)',
        `min(9 * (delay - 14), 250) /* ${tag} */`);
    if (first === second) throw new Error(second);
  });
  await step('what was decided is read with the table of its day', async () => {
    await visit(lead, old);
    await has(lead, 'min(5 * (delay - 14), 150)');
    await has(lead, money(110));
    await look(lead, 'old');
  });
  await step('a new complaint goes by the new one', async () => {
    later = await complain(`Another kettle of ${tag}`);
    await visit(lead, `/dossiers/${later}`);
    await change(lead, { 'f.fault': 'ours', 'f.promised_on': '2026-10-01',
      'f.delivered_on': '2026-10-21' });
    await compensate(lead);
    await has(lead, money(134));	// 80, and 9 for each of 6 days
    await has(lead, 'min(9 * (delay - 14), 250)');
    await send(lead, button(lead, '/confirm'));
    await gone(lead, 'form[action$="/confirm"]');
    await there(lead, '.mark.done');
    await look(lead, 'confirmed');
  });
  await step('the running case stays with the table it began with', async () => {
    await visit(lead, old);
    await send(lead, button(lead, '/decisions/compensation'));
    await has(lead, money(110));
  });

  const F = '/admin/types/complaint/forms/interview';
  const asked = (page, code) => page.locator(`[name="f.${code}"]`);
  const more = async (page, code) => {	// at once, or by a button
    if (page.script) await asked(page, code).waitFor();
    else await send(page, page.locator('#look'));
    await there(page, `[name="f.${code}"]`);
  };
  // the page may be drawn anew while somebody reaches for a button
  const press = (page, what) => send(page, { click: () => what.press('Enter'),
    press: (key) => what.press(key) });
  let filled;
  await step('a form asks only what is needed', async () => {
    await visit(lead, `/dossiers/${later}`);
    await send(lead, button(lead, `/${later}/forms`));
    await gone(lead, '[name="f.doctor"], [name="f.help_needed"]');
    await tick(lead, lead.locator('[name="m.consequences.0.health"]'));
    await more(lead, 'doctor');
    await gone(lead, '[name="f.help_needed"]');
    await asked(lead, 'doctor').fill(`Dr. Tag of ${tag}`);
    await asked(lead, 'wish').fill(`A word of ${tag}`);
    await look(lead, 'asked');
  });
  await step('half of it is saved', async () => {
    await send(lead, lead.locator('button[value=complete]'), 422);
    await there(lead, '[name="f.talked_on"][aria-invalid]');
    await press(lead, lead.locator('button[value=save]:not(.unseen)'));
    filled = new URL(lead.url()).pathname;
    await has(lead, `A word of ${tag}`);
    await look(lead, 'half');
  });
  await step('the next day it is gone on with, to its end', async () => {
    execFileSync('faketime', ['-f', '+1d', `${PREFIX}/libexec/dossier-clock`,
      '--conf', `${DATA}/dossier.conf`], { stdio: 'ignore' });
    await lead.context().clearCookies();
    await signIn(lead, 'emma');
    await visit(lead, `/dossiers/${later}/forms`);
    await send(lead, lead.locator(`a[href$="${filled}"]`));
    await send(lead, lead.locator('.acts a[href$="/fill"]'));
    if (await asked(lead, 'doctor').inputValue() !== `Dr. Tag of ${tag}`)
      throw new Error('what was saved is not there');
    await asked(lead, 'talked_on').fill('2026-10-22');
    await asked(lead, 'talked_by').selectOption('phone');
    await press(lead, lead.locator('button[value=complete]'));
    await gone(lead, '.acts a[href$="/fill"]');
    await look(lead, 'complete');
  });
  await step('what was wrong is corrected beside it', async () => {
    await send(lead, lead.locator('.acts a[href$="/correct"]'));
    await asked(lead, 'wish').fill(`Another word of ${tag}`);
    await lead.fill('#reason', `Misheard by ${tag}`);
    await press(lead, form(lead, '/correct').locator('button.primary'));
    await has(lead, `Another word of ${tag}`);
    await has(lead, `A word of ${tag}`);
    await look(lead, 'corrected');
  });
  const admin = await sit('petra');
  const add = async (to, what, words, status = 200) => {
    await visit(admin, `${F}/new?to=${to}&what=${what}`);
    await fill(admin, words);
    await send(admin, form(admin, '/new').locator('button.primary'), status);
  };
  await step('an administrator asks one thing more', async () => {
    await visit(admin, '/admin/types/complaint');
    await send(admin, admin.locator(`a[href$="${F}"]`));
    await look(admin, 'editor');
    await send(admin, admin.locator('a[href$="/parts/question-wish"]').first());
    await admin.fill('[name="label.en"]', `Wish of ${tag}?`);
    await unfold(admin, `details:has([name="label.${lang}"])`);
    await admin.fill(`[name="label.${lang}"]`, `Wish of ${tag}?`);
    await look(admin, 'question');
    await send(admin, form(admin, '/question-wish').locator('button.primary'));
    await add('section-burden', 'question', { 'label.en': `Deaf of ${tag}?`,
      kind: 'choice', code: 'deaf', when: 'wish != ' }, 422);
    await there(admin, '[name=when][aria-invalid]');
    await admin.fill('[name=when]', 'wish != null');
    await send(admin, form(admin, '/new').locator('button.primary'));
    await add('question-deaf', 'choice', { 'label.en': 'Hears well',
      points: '0' });
    await add('question-deaf', 'choice', { 'label.en': 'Hears nothing',
      points: '7' });
    await visit(admin, F);
    await send(admin, admin.locator('button[name=up][value=question-deaf]'));
    await look(admin, 'more');
  });
  await step('it is tried as staff will see it', async () => {
    await send(admin, admin.locator('.acts a[href$="/try"]'));
    await gone(admin, '[name="f.deaf"]');
    await asked(admin, 'wish').fill('Peace');
    if (admin.script) await asked(admin, 'wish').blur();
    await more(admin, 'deaf');
    await asked(admin, 'deaf').selectOption({ index: 2 });
    await press(admin, form(admin, '/try').locator('button.primary'));
    await there(admin, 'dd:text-is("7")');
    await look(admin, 'tried');
  });
  await step('and published once every language has it', async () => {
    await visit(admin, `${F}/publish`);
    await look(admin, 'lacking');
    await send(admin, button(admin, '/fill'));
    await visit(admin, `${F}/publish`);
    await look(admin, 'publish');
    await admin.fill('#reason', `For ${tag}`);
    await send(admin, button(admin, '/publish'));
  });
  await step('what was filled in stays, and a new case asks it', async () => {
    await visit(lead, filled);
    await has(lead, `Another word of ${tag}`);
    await visit(lead, `${filled}/correct`);
    await gone(lead, '[name="f.deaf"]');
    number = await complain(`A third kettle of ${tag}`);
    await visit(lead, `/dossiers/${number}`);
    await send(lead, button(lead, `/${number}/forms`));
    await asked(lead, 'wish').fill('Quiet');
    if (lead.script) await asked(lead, 'wish').blur();
    await more(lead, 'deaf');
    await has(lead, `Wish of ${tag}?`);
  });
}

await main((browser) => days(browser, 'decisions', bothWays, day));
