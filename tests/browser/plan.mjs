// SPDX-License-Identifier: MIT
// An insurance claim by its plan: from the notice, with an expert opinion that
// was not foreseen, through a settlement that somebody else approves, to a
// follow-up whose "no" opens planning again; and a refusal to close that names
// what is missing.
import { readFileSync } from 'node:fs';
import { main, push, tick } from './browser.mjs';
import { bothWays, button, choose, days, form, gone, has, numberOf, register,
  send, there, unfold, visit } from './desk.mjs';

const { PREFIX } = process.env;
const plan = readFileSync(
    `${PREFIX}/share/dossier/casetypes/insurance-claim/plan.cmmn`, 'utf8');

/** What a definition of the plan is called in a language. */
function called(id, lang) {
  const from = plan.indexOf(`id="${id}"`);
  if (from < 0) throw new Error(`${id} is not in the plan`);
  const text = plan.slice(from, from + 800);
  const label = new RegExp(`<d:label xml:lang="${lang}">([^<]*)<`).exec(text);
  return (label ?? /name="([^"]*)"/.exec(text))[1];
}

async function day({ sit, step, look, tag, lang }) {
  const clerk = await sit('elodie'), screener = await sit('jonas');
  const lead = await sit('nina'), head = await sit('chiara');
  const name = (id) => called(id, lang);
  let number;

  const row = (page, id) => page.locator('.plan-steps li',
      { has: page.locator('.what > a', { hasText: name(id) }) }).first();
  const home = (page) => visit(page, `/dossiers/${number}`);
  const fill = async (page, facts) => {
    for (const [field, value] of Object.entries(facts)) {
      const it = page.locator(`[name="f.${field}"]`);
      if (await it.evaluate((e) => e.tagName) === 'SELECT')
        await it.selectOption(value);
      else await it.fill(value);
    }
  };
  // A task of the plan: taken, its facts filled in, done.
  const finish = async (page, id, facts = {}) => {
    await home(page);
    await send(page, row(page, id).locator('.what > a').first());
    if (await form(page, '/claim').count() > 0)
      await send(page, button(page, '/claim'));
    await fill(page, facts);
    await page.fill('textarea[name=result]', `Done: ${tag}.`);
    await send(page, button(page, '/done'));
  };
  const change = async (page, facts) => {
    await visit(page, `/dossiers/${number}/change`);
    await fill(page, facts);
    await send(page, form(page, '/change').locator('button.primary'));
  };
  const move = async (page, phase) => {
    await visit(page, `/dossiers/${number}/move?phase=${phase}`);
    await there(page, `.effects li`);
    await page.fill('textarea[name=reason]', `On to it, ${tag}.`);
    await send(page, button(page, '/move'));
    await there(page, '.phases .now');
  };

  await step('a claim is registered and accepted', async () => {
    await visit(clerk, '/intake/new?type=claim&who=unknown');
    await clerk.selectOption('select[name=medium]', 'phone');
    await clerk.fill('input[name=title]', `Water in the cellar ${tag}`);
    await fill(clerk, { line: 'household', policy: 'HR 4471', loss: 'water',
      loss_on: '2026-10-31', claimed: '8250' });
    await register(clerk);
    number = numberOf(clerk);
    await visit(screener, `/intake/${number}`);
    await screener.selectOption('select[name=place]', 'claim/claims');
    await choose(screener, 'lead', 'Nina');
    await send(screener, button(screener, '/accept'));
  });
  await step('its plan says what is to be done, and what waits', async () => {
    await home(lead);
    await has(lead, name('d_cover'));
    await has(lead, name('d_receipt'));
    await there(lead, '.plan-events li');
    await there(lead, '.plan-missing li', 2);
    await look(lead, 'assessment');
    await send(lead, lead.locator('.plan-events li:not(.reached) a').first());
    await there(lead, '.conditions li');
    await look(lead, 'milestone');
  });
  await step('an expert opinion is added by one click', async () => {
    await home(lead);
    await send(lead, lead.locator('.plan-offers button',
        { hasText: name('d_expert') }));
    await has(lead, name('d_expert'), '.plan-steps');
  });
  await step('a refusal to close names what is missing', async () => {
    await visit(lead, `/dossiers/${number}/close`);
    await gone(lead, 'input[name=outcome]');
    await has(lead, name('d_cover'));
    await look(lead, 'refused');
  });
  await step('the cover is checked, and the opinion comes in', async () => {
    await finish(lead, 'd_receipt');
    await finish(lead, 'd_cover', { covered: 'yes',
      insured_since: '2019-05-01' });
    await finish(lead, 'd_expert');
    await home(lead);
    await look(lead, 'checked');
  });
  await step('what a move does to the plan is told before', async () => {
    await visit(lead, `/dossiers/${number}/move?phase=planning`);
    await look(lead, 'move');
    await move(lead, 'planning');
    await home(lead);
    await look(lead, 'planning');
  });
  await step('the table proposes, and she confirms', async () => {
    await finish(lead, 'd_liability', { assessed: '8000', liable: '100' });
    await home(lead);
    await send(lead, row(lead, 'd_proposal').locator(
        'form[action$="/confirm"] button'));
  });
  await step('the head of claims may approve so much', async () => {
    const admin = await sit('petra');
    await visit(admin, '/admin/authority/new');
    await choose(admin, 'label', 'claims-heads');
    await admin.fill('input[name=amount]', '25000 EUR');
    await admin.fill('textarea[name=reason]', `By the rules of ${tag}.`);
    await send(admin, button(admin, '/authority/new'));
  });
  await step('somebody else approves it', async () => {
    await home(lead);
    await there(lead, '.plan-steps a[href*="/approvals/"]');
    await look(lead, 'approval');
    await visit(head, '/approvals');
    await send(head, head.locator(`a[href^="/dossiers/${number}/approvals/"]`)
      .first());
    await send(head, head.locator('button[value=approve]'));
    await home(lead);
    await there(lead, '.plan-events .reached', 3);
  });
  await step('it is paid', async () => {
    await move(lead, 'implementation');
    await finish(lead, 'd_offer');
    await finish(lead, 'd_pay', { paid_on: '2026-11-20' });
    await home(lead);
    await look(lead, 'paid');
  });
  await step('they write again: it did not end the matter', async () => {
    await move(lead, 'followup');
    await home(lead);
    await look(lead, 'followup');
    await send(lead,
        lead.locator('.plan-offers form[action$="/occur"] button'));
    await home(lead);
    await send(lead, row(lead, 'd_ask').locator(
        'button[name="f.settled"][value=no]'));
    await home(lead);
    await there(lead, '.phases .loop');
    await has(lead, name('d_liability'), '.plan-steps');
    await look(lead, 'again');
  });
}

await main((browser) => days(browser, 'plan', bothWays, day));
