// SPDX-License-Identifier: MIT
// What a person does at the desk, by forms, names and addresses: so it fits
// every language, with script and without.
import { execFileSync } from 'node:child_process';
import { judge, open, push, result, shot, signIn, site, step, tick, widths }
  from './browser.mjs';

const { DATA, PREFIX } = process.env;

export const form = (page, act) =>
  page.locator(`form[method=post][action$="${act}"]`);
export const button = (page, act) =>	// the one that a form is for
  form(page, act).locator('button:not(.unseen)').first();
/** Any number of a case, a person or an arrival in an address. */
export const numberOf = (page) =>
  (/\/([A-Z]+-(?:\d{4}-)?\d{8})/.exec(page.url()) ?? [])[1];

/** Sends a form or follows a link, and waits for the page after it. */
export async function send(page, locator, ...statuses) {
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.request().isNavigationRequest() &&
        !(r.status() >= 300 && r.status() < 400)),
    push(page, locator),
  ]);
  await page.waitForLoadState();
  if (!(statuses.length > 0 ? statuses : [200]).includes(response.status())) {
    const errors = await page.locator('.error, h1').allInnerTexts();
    throw new Error(`${response.status()} ${page.url()}: ` +
        errors.filter((t) => t.trim() !== '').join(' | '));
  }
}

/** The button of a registration: show the request, or a new one after it. */
export const then = (page, what) =>
  page.locator(`button[name=then][value=${what}]:not(.unseen)`);

/** Registers: another matter than the open ones that look like it. */
export async function register(page, what = 'show') {
  await send(page, then(page, what), 200, 422);
  if (await page.locator('#matter-new').count() === 0) return;
  await tick(page, page.locator('#matter-new'));
  await send(page, then(page, what));
}

/** Fills fields by their names, lists among them. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    if (await field.evaluate((e) => e.tagName) === 'SELECT')
      await field.selectOption(value);
    else await field.fill(value);
  }
}

/** A complaint from the counter, handed to its team; its number. */
export async function complaint(clerk, screener, title, facts, lead) {
  await visit(clerk, '/intake/new?type=complaint&who=unknown');
  await fill(clerk, { medium: 'counter', title, ...facts });
  await register(clerk);
  const number = numberOf(clerk);
  await visit(screener, `/intake/${number}`);
  await choose(screener, 'place', 'Complaints');
  if (lead) await choose(screener, 'lead', lead);
  await send(screener, button(screener, '/accept'));
  return number;
}

/** An administrator makes somebody a member of a compartment. */
export async function admit(admin, login, compartment) {
  await visit(admin, `/admin/compartments/${compartment}`);
  await fill(admin, { login, why: 'The work asks for it.' });
  await send(admin, button(admin, `/${compartment}`));
}

/** The day so many days from now, as forms take it. */
export const day_in = (n) =>
  new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);

let minutes = 0;
/** The clock, some minutes from now: it does nothing that it did less than a
 * minute ago. Another one may have the lease at the moment. */
export async function ring(page, rung) {
  for (let tries = 10; tries > 0; tries--) {
    execFileSync('faketime', ['-f', `+${++minutes}m`,
      `${PREFIX}/libexec/dossier-clock`, '--conf', `${DATA}/dossier.conf`],
    { stdio: 'ignore' });
    await page.reload();
    if (await rung.count() > 0) return;
    await page.waitForTimeout(1000);
  }
  throw new Error('the clock does not ring');
}

/** Opens an address that has to answer. */
export async function visit(page, path, status = 200) {
  const response = await page.goto(path);
  if (response.status() !== status)
    throw new Error(`${response.status()} ${path}`);
}

export async function choose(page, name, text) {
  const option = page.locator(`select[name="${name}"] option`,
      { hasText: text }).first();
  await page.selectOption(`select[name="${name}"]`,
      await option.getAttribute('value'));
}

export const has = async (page, text, where = 'main') => {
  const shown = await page.locator(where).first().innerText();
  if (!shown.includes(text))
    throw new Error(`“${text}” is not on ${page.url()}:\n${shown}`);
};

export const there = async (page, what, least = 1) => {
  const n = await page.locator(what).count();
  if (n < least) throw new Error(`${n} of ${what} on ${page.url()}`);
};

export const gone = async (page, what) => {
  const n = await page.locator(what).count();
  if (n > 0) throw new Error(`${n} of ${what} on ${page.url()}`);
};

/** Unfolds what is folded; by keyboard where there is no script. */
export async function unfold(page, details) {
  if (await page.locator(`${details}[open]`).count() === 0)
    await push(page, page.locator(`${details} > summary`).first());
}

/**
 * One day of a trade, as often as the ways name it: a language, a width, with
 * script or without. play gets a desk: sit(name) signs somebody in and speaks
 * the language, or one of their own; step and look are those of this day.
 */
export async function days(browser, trade, ways, play) {
  for (const way of ways) {
    const how = `${trade}, ${way.lang}, ${way.width} px, ` +
        (way.script ? 'with script' : 'without script');
    const tag = `${trade}-${way.lang}-${way.script ? 'script' : 'plain'}`;
    const seats = new Map();
    let pictures = 0;
    await play({
      ...way, tag,
      sit: async (name, lang = way.lang) => {
        if (!seats.has(name)) {
          const page = await open(browser, way);
          await signIn(page, name);
          await speak(page, lang);
          seats.set(name, page);
        }
        return seats.get(name);
      },
      step: (name, act) => step(`${how}: ${name}`, act),
      look: async (page, name) => {
        const faults = [], number = String(++pictures).padStart(2, '0');
        // axe-core is script itself; with it both widths are looked at
        for (const width of way.script ? widths : [way.width]) {
          await page.setViewportSize({ width, height: 800 });
          faults.push(...(await judge(page, undefined, { all: way.script }))
            .map((f) => `${width} px: ${f}`));
          await shot(page, `${tag}-${number}-${name}-${width}`);
        }
        await page.setViewportSize({ width: way.width, height: 800 });
        result(`${how}: nothing is wrong with picture ${name}`, faults);
      },
    });
    for (const page of seats.values()) await page.context().close();
  }
}

/** Two ways that between them have everything once. */
export const bothWays = [
  { lang: 'de', width: 1280, script: true },
  { lang: 'fr', width: 390, script: false },
];

async function speak(page, lang) {
  await page.goto('/signon/me');
  await page.selectOption('.form select[name=language]', lang);
  await send(page, button(page, '/signon/me'));
  const now = await page.locator('html').getAttribute('lang');
  if (now !== lang) throw new Error(`it speaks ${now}, not ${lang}`);
}

/** All that has to be done before closing, as the page that refuses names it:
 * tasks by their result or by who approves, milestones by hand, the rest left
 * out. */
export async function settle(page, number, words, head) {
  for (let left = 30; left > 0; left--) {
    await visit(page, `/dossiers/${number}/close`);
    if (await page.locator('input[name=outcome]').count() > 0) return;
    const link = page.locator(
        '.plan-steps .what > a, main ul a[href*="/tasks/"]').first();
    await visit(page, new URL(await link.getAttribute('href'),
        page.url()).pathname.replace(site, ''));
    const asked = page.locator('main a[href*="/approvals/"]').first();
    if (head && await asked.count() > 0) {
      await visit(head, await asked.getAttribute('href'));
      await send(head, head.locator('button[value=approve]'));
      continue;
    }
    if (page.url().includes('/tasks/') &&
        await form(page, '/done').count() === 0)	// it is on hold
      await send(page, page.locator('.warning a[href*="/plan/"]'));
    if (page.url().includes('/tasks/')) {
      if (await form(page, '/claim').count() > 0)
        await send(page, button(page, '/claim'));
      for (const one of await page.locator('select[name^="f."]').all())
        await one.selectOption({ index: 1 });
      await page.fill('textarea[name=result]', words);
      await send(page, button(page, '/done'));
    } else if (await page.locator('p a[href*="/plan/"]').count() > 0) {
      await send(page, page.locator('p a[href*="/plan/"]').first());
      await send(page, page.locator('.title a[href*="/move?"]'));
      await page.fill('textarea[name=reason]', words);
      await send(page, button(page, '/move'));
    } else if (await page.locator('.title form').count() > 0) {
      await send(page, page.locator('.title form button').first());
    } else {
      const way = page.locator('a[href$="/end"], a[href$="/skip"],' +
          'a[href$="/repeat"]');
      if (await way.count() === 0)
        throw new Error(await page.locator('main').innerText());
      await send(page, way.first());
      await page.fill('textarea[name=reason]', words);
      await send(page, page.locator('form.form button.primary'));
    }
  }
  throw new Error(`${number} cannot be closed`);
}
