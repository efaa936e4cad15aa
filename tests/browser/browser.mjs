// SPDX-License-Identifier: MIT
// The words of the browser tests: TAP, a browser, people who sign in, and
// the two judges of a page, axe-core and html-validate.
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { HtmlValidate } from 'html-validate';

const axe = readFileSync(createRequire(import.meta.url)
    .resolve('axe-core/axe.min.js'), 'utf8');
const html = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // everything comes from the server itself
    'require-sri': 'off',
    // ours all submit, as a button does when nothing else is said
    'no-implicit-button-type': 'off',
  },
});

export const base = process.env.BASE;
export const server = process.env.SERVER;
export const site = process.env.SITE ?? '';	// the path it lies below
export const widths = [1280, 390];

let count = 0, failed = 0;

/** One TAP result; faults are lines that say what is wrong. */
export function result(name, faults = []) {
  count++;
  for (const line of faults.slice(0, 40)) console.log(`# ${line}`);
  if (faults.length > 0) failed++;
  console.log(`${faults.length > 0 ? 'not ok' : 'ok'} ${count} - ${name}`);
}

/** A step of a walk: what it throws is its fault. */
export async function step(name, play) {
  try {
    await play();
    result(name);
  } catch (e) {
    result(name, String(e.message ?? e).split('\n').slice(0, 12));
    throw new Halt();
  }
}

class Halt extends Error {}

/** Runs the whole script and ends with the plan. */
export async function main(play) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM, args: ['--no-sandbox'],
  });
  try {
    await play(browser);
  } catch (e) {
    if (!(e instanceof Halt)) result('the script runs', [String(e.stack)]);
  }
  await browser.close();
  console.log(`1..${count}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** A window of a person; with script or without, at a width. */
export async function open(browser, { width = 1280, script = true,
    lang = 'en' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 800 }, javaScriptEnabled: script,
    locale: lang, baseURL: base, timezoneId: 'Europe/Zurich',
    // without it nothing can be clicked while the page glides to it
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10000);
  const page = await context.newPage();
  page.script = script;
  if (site !== '') below(page);
  page.faults = [];
  page.on('console', (m) => {
    // a refusal's own status is not a fault of the page
    if (m.type() === 'error' && !/status of 4\d\d/.test(m.text()))
      page.faults.push(`console: ${m.text()}`);
  });
  page.on('pageerror', (e) => page.faults.push(`script: ${e.message}`));
  page.on('response', (r) => {
    if (r.status() >= 500) page.faults.push(`${r.status()} ${r.url()}`);
  });
  return page;
}

/** Lets a script name addresses as if the site were at the root. */
function below(page) {
  const goto = page.goto.bind(page), locator = page.locator.bind(page);
  const get = page.request.get.bind(page.request);
  const at = (s) => s.replace(/((?:href|action)\^?=")\//g, `$1${site}/`);
  page.goto = (url, ...more) => goto(site + url, ...more);
  page.locator = (s, ...more) => locator(at(s), ...more);
  page.request.get = (url, ...more) =>
    get(url.startsWith(`${site}/`) ? url : site + url, ...more);
}

/** Pushes a link or button: by mouse, and without script by keyboard. */
export const push = (page, what) => page.script ? what.click() :
  what.press('Enter');
export const tick = (page, what) => page.script ? what.check() :
  what.press(' ');
export const untick = (page, what) => page.script ? what.uncheck() :
  what.press(' ');

export async function signIn(page, name) {
  await page.goto('/signon');
  await page.fill('input[name=login]', name);
  await page.fill('input[name=password]', `demo-${name}`);
  await Promise.all([page.waitForNavigation(),
    push(page, page.locator('form[action="/signon"] button'))]);
  const answer = await page.goto('/signon/me');
  if (answer.status() !== 200)
    throw new Error(`${name} is not signed in: ${answer.status()}`);
}

/**
 * What is wrong with the page as it stands. markup: html-validate reads what
 * the server sent; all: axe-core looks too.
 */
export async function judge(page, response, { all = true,
    markup = response !== undefined } = {}) {
  const faults = page.faults.splice(0);
  if (markup) {
    const report = await html.validateString(await response.text());
    for (const r of report.results)
      for (const m of r.messages)
        faults.push(`html ${m.ruleId}: ${m.message} (${m.line}:${m.column})`);
  }
  if (all) {
    if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
    faults.push(...await page.evaluate(async () => {
      // what sticks to the window's edge covers some row at any moment
      document.querySelectorAll('.bulk')
        .forEach((e) => { e.style.position = 'static'; });
      const found = await window.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
          'best-practice'],
      });
      return found.violations.flatMap((v) => v.nodes.map((n) =>
        `axe ${v.id}: ${n.target.join(' ')} ${v.help}`));
    }));
  }
  const wide = await page.evaluate(() => {
    const d = document.documentElement;
    return d.scrollWidth > d.clientWidth ?
      `${d.scrollWidth} px wide in ${d.clientWidth}` : null;
  });
  if (wide) faults.push(`it scrolls sideways: ${wide}`);
  return faults;
}

/** A picture for people, where $DOSSIER_SHOTS names a folder. */
export async function shot(page, name) {
  const folder = process.env.SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
