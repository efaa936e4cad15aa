// SPDX-License-Identifier: MIT
// Five colleagues begin together: registered, accepted, contracts signed. One
// is walked to the end of the probation, reviews ringing by themselves; one
// has not settled in and is planned for again; one leaves; and none is closed
// before what is required is done.
import { readFileSync } from 'node:fs';
import { main, tick } from './browser.mjs';
import { bothWays, button, choose, day_in, days, form, gone, has, numberOf,
  register, ring, send, there, visit } from './desk.mjs';

const { PREFIX } = process.env;
const plan = readFileSync(
    `${PREFIX}/share/dossier/casetypes/onboarding/plan.cmmn`, 'utf8');

/** What a definition of the plan is called in a language. */
function called(id, lang) {
  const text = plan.slice(plan.indexOf(`id="d_${id}"`));
  return new RegExp(`<d:label xml:lang="${lang}">([^<]*)<`).exec(text)[1];
}
const people = ['Ada', 'Bruno', 'Clara', 'Dario', 'Elif'];

async function day({ sit, step, look, tag, lang }) {
  const desk = await sit('maya'), head = await sit('kenji');
  const family = `Neumann${tag.replace(/[^a-z]/g, '')}`;
  const name = (id) => called(id, lang);
  const numbers = [];

  const home = (page, number) => visit(page, `/dossiers/${number}`);
  const row = (page, id) => page.locator('.plan-steps li',
      { has: page.locator('.what > a', { hasText: name(id) }) }).first();
  const fill = async (page, facts) => {
    for (const [field, value] of Object.entries(facts)) {
      const it = page.locator(`[name="f.${field}"]`);
      if (await it.evaluate((e) => e.tagName) === 'SELECT')
        await it.selectOption(value);
      else await it.fill(value);
    }
  };
  const finish = async (page, number, id, facts = {}) => {
    await home(page, number);
    await send(page, row(page, id).locator('.what > a').first());
    if (await form(page, '/claim').count() > 0)
      await send(page, button(page, '/claim'));
    await fill(page, facts);
    await page.fill('textarea[name=result]', `Done: ${tag}.`);
    await send(page, button(page, '/done'));
  };
  const move = async (page, number, phase) => {
    await visit(page, `/dossiers/${number}/move?phase=${phase}`);
    await page.fill('textarea[name=reason]', `On to it, ${tag}.`);
    await send(page, button(page, '/move'));
  };
  const close = async (page, number, outcome) => {
    await visit(page, `/dossiers/${number}/close`);
    await tick(page, page.locator(`input[name=outcome][value=${outcome}]`));
    await send(page, button(page, '/close'));
    await there(page, '.mark.done');
  };

  await step('five are registered', async () => {
    for (const given of people) {
      await visit(desk, '/intake/new?type=onboarding&who=person');
      await desk.fill('input[name=given]', given);
      await desk.fill('input[name=family]', family);
      await desk.fill('input[name=email]', `${given}.${family}@example.org`);
      await desk.selectOption('select[name=medium]', 'mail');
      await desk.fill('input[name=title]', `${given} ${family}`);
      await fill(desk, { position: 'Gardener', first_day: day_in(-95),
        works_at: given === 'Bruno' ? 'outside' : 'home' });
      if (given === 'Ada') await look(desk, 'form');
      await register(desk);
      numbers.push(numberOf(desk));
    }
  });
  await step('their head accepts all of them', async () => {
    for (const number of numbers) {
      await visit(head, `/intake/${number}`);
      await choose(head, 'place', 'Personnel');
      await choose(head, 'lead', 'Maya');
      await send(head, button(head, '/accept'));
    }
    await visit(desk, '/dossiers?type=onboarding&status=active');
    await there(desk, `td.main:has-text("${family}")`, 5);
    await look(desk, 'five');
  });
  await step('none is closed before the contract', async () => {
    await visit(desk, `/dossiers/${numbers[0]}/close`);
    await gone(desk, 'input[name=outcome]');
    await has(desk, name('contract'));
  });
  await step('all five sign', async () => {
    for (const number of numbers) {
      await finish(desk, number, 'contract', { signed_on: day_in(-110) });
      await move(desk, number, 'planning');
    }
    await home(desk, numbers[0]);
    await look(desk, 'planning');
  });
  const ready = async (number) => {
    for (const id of ['accounts', 'order', 'name_buddy'])
      await finish(desk, number, id);
    await home(desk, number);
    await there(desk, '.plan-events .reached', 3);
  };
  await step('a vehicle is offered to who works outside', async () => {
    await home(desk, numbers[0]);
    await gone(desk, `.plan-offers button:has-text("${name('car')}")`);
    await home(desk, numbers[1]);
    await send(desk, desk.locator('.plan-offers button',
        { hasText: name('car') }));
    await finish(desk, numbers[1], 'car');
  });
  await step('one is made ready', async () => {
    await ready(numbers[0]);
    await look(desk, 'ready');
  });
  await step('the first day', async () => {
    await move(desk, numbers[0], 'implementation');
    await finish(desk, numbers[0], 'welcome');
    await finish(desk, numbers[0], 'hand_out');
    await home(desk, numbers[0]);
    await look(desk, 'begun');
  });
  await step('the reviews ring by themselves', async () => {
    await move(desk, numbers[0], 'followup');
    await home(desk, numbers[0]);
    await ring(desk, row(desk, 'review_90').locator('a[href*="/tasks/"]'));
    for (const days of [30, 60, 90]) {
      await finish(desk, numbers[0], `review_${days}`);
      if (days === 30) await look(desk, 'review');
    }
  });
  await step('who has not settled in is planned for again', async () => {
    await home(desk, numbers[0]);
    await send(desk, row(desk, 'ask').locator(
        'button[name="f.settled_in"][value=no]'));
    await home(desk, numbers[0]);
    await there(desk, '.phases .loop');
    await look(desk, 'again');
    await ready(numbers[0]);
  });
  await step('the head decides on the probation, and it is closed',
      async () => {
        await move(desk, numbers[0], 'evaluation');
        await finish(head, numbers[0], 'decide', { probation: 'passed' });
        await home(desk, numbers[0]);
        await look(desk, 'decided');
        await close(desk, numbers[0], 'stays');
        await look(desk, 'closed');
      });
  await step('one leaves: what is open ends with that', async () => {
    await move(desk, numbers[2], 'followup');
    await home(desk, numbers[2]);
    await send(desk,
        desk.locator('.plan-offers form[action$="/occur"] button'));
    await home(desk, numbers[2]);
    await gone(desk, `.plan-steps li:not(.wait) .what > a:has-text("${
      name('review_30')}")`);
  });
}

await main((browser) => days(browser, 'onboarding', bothWays, day));
