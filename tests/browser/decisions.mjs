// SPDX-License-Identifier: MIT
// A complaint's risk and its compensation by tables: the risk follows from
// the facts and a person overrides it; the table proposes a compensation, and
// another is decided; then the table changes twice, and what was decided can
// still be read with the table of its day.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { main } from './browser.mjs';
import { bothWays, button, choose, days, form, gone, has, numberOf, register,
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

  const complaint = async (title) => {
    await visit(clerk, '/intake/new?type=complaint&who=unknown');
    await clerk.selectOption('select[name=medium]', 'counter');
    await clerk.fill('input[name=title]', title);
    await clerk.selectOption('select[name="f.subject"]', 'billing');
    await clerk.selectOption('select[name="f.harm"]', 'distress');
    await clerk.fill('input[name="f.amount"]', '80');
    await register(clerk);
    const made = numberOf(clerk);
    await visit(screener, `/intake/${made}`);
    await choose(screener, 'place', 'Complaints');
    await send(screener, button(screener, '/accept'));
    return made;
  };
  const change = async (page, facts) => {
    await visit(page, `/dossiers/${numberOf(page)}/change`);
    for (const [name, value] of Object.entries(facts)) {
      const field = page.locator(`[name="f.${name}"]`);
      if (await field.evaluate((e) => e.tagName) === 'SELECT')
        await field.selectOption(value);
      else await field.fill(value);
    }
    await send(page, form(page, '/change').locator('button.primary'));
  };
  const compensate = async (page) => {
    await send(page, button(page, '/decisions/compensation'));
    await there(page, 'form[action$="/confirm"]');
  };
  const outweigh = async (page, fill) => {
    await fill();
    await there(page, '#reason[required], #why[required]');
    await page.fill('#reason, #why', `A word of ${tag}.`);
    await send(page, button(page, '/override'));
    await has(page, `A word of ${tag}.`);
  };

  await step('the type is as it ships', async () => {
    install();
  });
  await step('a complaint has its risk from the first day', async () => {
    number = await complaint(`Late kettle of ${tag}`);
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
    await change(lead, { subject: 'privacy' });
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
    await change(lead, { subject: 'delivery' });
    await there(lead, '.mark.high');
  });

  await step('days late are computed, and told how', async () => {
    await change(lead, { fault: 'ours', promised_on: '2026-10-01',
      delivered_on: '2026-10-21' });
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
    later = await complaint(`Another kettle of ${tag}`);
    await visit(lead, `/dossiers/${later}`);
    await change(lead, { fault: 'ours', promised_on: '2026-10-01',
      delivered_on: '2026-10-21' });
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
}

await main((browser) => days(browser, 'decisions', bothWays, day));
