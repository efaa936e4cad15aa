// SPDX-License-Identifier: MIT
// The day of a case manager, on the sample cases: a list arranged, kept and
// shared; many cases at once, and back; facts in rows, and two who save them;
// versions of a document; twins made one; cases linked, split and merged; a
// report as PDF; closed, undone, closed, reopened; a week away.
import { main, shot, tick, untick } from './browser.mjs';
import { bothWays, button, choose, day_in, days, form, gone, has, numberOf,
  send, there, unfold, visit } from './desk.mjs';

const paper = (words) => ({ name: 'Gutachten.txt', mimeType: 'text/plain',
  buffer: Buffer.from(`${words}\n`) });
const active = '/dossiers?type=complaint&status=active';

const digits = (text) => Number((/\d+/.exec(text) ?? ['0'])[0]);

/** The days of a deadline's page: they follow each other, and what is counted
 * and paused in them is what stands in the sum; gives how many count. */
async function adds_up(page) {
  const cells = (n) => page.locator(
      `section[aria-labelledby=days-head] tbody tr td.num:nth-child(${n})`)
    .allInnerTexts();
  const sum = (list) => list.reduce((all, text) => all + digits(text), 0);
  const facts = (await page.locator('section[aria-labelledby=sum-head] dd')
    .allInnerTexts()).map(digits);
  const counted = sum(await cells(3)), still = sum(await cells(4));
  if (still !== 0 || counted !== facts[1] ||
      facts[2] + facts[3] !== counted)
    throw new Error(`${counted} and ${still} of ${facts}`);
  return counted;
}

async function day({ sit, step, look, tag, lang, script, width }) {
  const her = await sit('emma');
  let list, number, cases;

  const more = async (act) => {
    await visit(her, `/dossiers/${number}`);
    await unfold(her, 'details.others');
    await send(her, her.locator(`details.others a[href$="/${act}"]`));
  };
  const undo = async () => {
    await send(her, her.locator('.notice form[action^="/undo/"] button'));
    await gone(her, '.notice form[action^="/undo/"]');
  };
  const title = () => her.locator('h1').innerText();

  await step('she arranges the columns of a list', async () => {
    await visit(her, active);
    await look(her, 'list');
    await unfold(her, 'details.columns');
    const places = { risk: '2', title: '3', age: '4', labels: '5' };
    for (const field of await her.locator('details.columns input[name^="c."]')
      .all()) {
      const code = (await field.getAttribute('name')).slice(2);
      await field.fill(places[code] ?? '');
    }
    await look(her, 'columns');
    await send(her, her.locator('details.columns button'));
    if (!/columns=number%2Crisk%2Ctitle%2Cage%2Clabels/.test(her.url()))
      throw new Error(her.url());
    const heads = await her.locator('table.cases th:not(.pick)').count();
    if (heads !== 5) throw new Error(`${heads} columns`);
  });
  await step('she keeps it as a view and shares it', async () => {
    await send(her, her.locator('main .acts a[href*="/views/new"]'));
    await her.fill('input[name=name]', `Risiko ${tag}`);
    await tick(her, her.locator('[id="share-everybody"]'));
    await look(her, 'keep');
    await send(her, button(her, '/dossiers/views/new'));
    list = /view=(V-\d+)/.exec(her.url())[1];
    await there(her, 'nav.views a[aria-current=page]');
    await visit(her, '/dossiers/views');
    await look(her, 'views');
    const other = await sit('aylin');
    await visit(other, `/dossiers/views/${list}`);
    await has(other, `Risiko ${tag}`);
    await has(other, 'Emma Clarke');
  });
  await step('a case beside its list', async () => {
    await visit(her, active);
    cases = await her.locator('table.cases a.whole').evaluateAll((all) =>
      all.map((a) => a.textContent.trim()));
    if (!script) cases = cases.slice(6);	// the way before had these
    number = cases[0];
    const beside = her.locator('.tools a.wide-only');
    if (width < 1000) {
      if (await beside.isVisible()) throw new Error('offered on a phone');
      return;
    }
    await send(her, beside);
    await look(her, 'beside');
    await send(her, her.locator('.compact a.wide-only').nth(1));
    await has(her, cases[1], 'article');
  });

  await step('several cases get a label, then a task, and back', async () => {
    await visit(her, '/dossiers/labels');
    await her.fill('main input[name=name]', `Flut ${lang}`);
    await send(her, button(her, '/dossiers/labels'));
    await look(her, 'labels');
    for (const act of ['label', 'task']) {
      await visit(her, active);
      for (const c of cases.slice(0, 3))
        await tick(her, her.locator(`input[name=pick][value="${c}"]`));
      await her.selectOption('select[name=act]', act);
      await send(her, her.locator('.bulk button').first());
      for (const c of cases.slice(0, 3)) await has(her, c);
      if (act === 'label') await choose(her, 'to.label', `Flut ${lang}`);
      else {
        await her.fill('input[name=title]', `Ring them, ${tag}`);
        await choose(her, 'to.owner', 'Marco Rossi');
      }
      await look(her, `bulk-${act}`);
      await send(her, button(her, '/dossiers/bulk'));
      if (act === 'task') {
        await look(her, 'notice');
        await undo();
      }
    }
    await visit(her, `/dossiers/${number}`);
    await gone(her, `main .plan a:has-text("Ring them, ${tag}")`);
    await there(her, `a.label:has-text("Flut ${lang}")`);
    await send(her, her.locator(`a.label:has-text("Flut ${lang}")`).first());
    const carried = await her.locator('table.cases a.whole').count();
    if (carried !== 3) throw new Error(`${carried} cases carry it`);
  });
  await step('one label is taken off by hand', async () => {
    await more('labels');
    await untick(her, her.locator(
        `.tick:has-text("Flut ${lang}") input[type=checkbox]`));
    await look(her, 'label');
    await send(her, button(her, '/labels'));
    await gone(her, `a.label:has-text("Flut ${lang}")`);
  });

  await step('rows of facts, and one too many', async () => {
    number = cases[1];
    await more('change');
    const free = await her.locator('fieldset.rows fieldset').count();
    await her.fill(`input[name="f.item.${free}"]`, `Kettle ${tag}`);
    await send(her, her.locator('button[name=more]'));
    await her.fill(`input[name="f.item.${free + 1}"]`, 'By mistake');
    await look(her, 'rows');
    await send(her, form(her, '/change').locator('.acts button'));
    await has(her, `Kettle ${tag}`);
    await more('change');
    await tick(her, her.locator('.rows .tick input').last());
    await send(her, form(her, '/change').locator('.acts button'));
    await has(her, `Kettle ${tag}`);
    await gone(her, 'td:has-text("By mistake")');
  });
  await step('two save the same, and who is later chooses', async () => {
    const other = await sit('aylin');
    for (const p of [her, other]) await visit(p, `/dossiers/${number}/change`);
    await other.fill('input[name="f.place"]', `Am See, ${tag}`);
    await other.selectOption('select[name="f.remedy"]', 'refund');
    await send(other, form(other, '/change').locator('.acts button'));
    await her.fill('input[name="f.place"]', `Au lac, ${tag}`);
    await her.fill('input[name=title]', `Two of us, ${tag}`);
    await send(her, form(her, '/change').locator('.acts button'), 409);
    await look(her, 'conflict');
    await gone(her, '[name="keep.title"]');
    await tick(her, her.locator('[name="keep.f.place"][value^=mine]'));
    await send(her, form(her, '/change').locator('.acts button'));
    await has(her, `Au lac, ${tag}`);
    if (await title() !== `Two of us, ${tag}`) throw new Error(await title());
  });
  await step('who else is here', async () => {
    await visit(await sit('aylin'), `/dossiers/${number}`);
    await visit(her, `/dossiers/${number}`);
    await has(her, 'Aylin', '.here');
  });

  await step('a document gets a version, a name and a kind', async () => {
    await more('documents');
    await her.setInputFiles('input[name=files]', [paper('first')]);
    await her.fill('input[name=kind]', 'Expertise');
    await send(her, form(her, '/documents').locator('.acts button'));
    await send(her, her.locator(
        'tr:has-text("Gutachten.txt") a[href$="/about"]').first());
    await her.setInputFiles('input[name=file]', [paper('second')]);
    await send(her, button(her, '/versions'));
    await there(her, 'table.papers tbody tr', 2);
    await send(her, her.locator('.acts a[href$="/change"]'));
    await her.fill('input[name=name]', `Gutachten ${tag}.txt`);
    await her.fill('input[name=dated]', '2026-11-02');
    await send(her, form(her, '/change').locator('.acts button'));
    await look(her, 'document');
    if (await title() !== `Gutachten ${tag}.txt`)
      throw new Error(await title());
    for (const [version, words] of [[1, 'first'], [2, 'second']]) {
      const href = await her.locator(`a[href$="?version=${version}"]`)
        .getAttribute('href');
      const got = await (await her.request.get(href)).text();
      if (got !== `${words}\n`) throw new Error(`version ${version}: ${got}`);
    }
  });

  await step('a person who is registered twice is made one', async () => {
    const twins = [];
    for (const given of ['Ottilie', 'Otilie']) {
      await visit(her, `/dossiers/${number}/people/new`);
      await her.fill('input[name=given]', given);
      await her.fill('input[name=family]', `Brunner ${tag}`);
      await her.selectOption('select[name=role]', 'witness');
      await send(her, button(her, '/people/new'), 200, 422);
      if (await her.locator('#sure').count() > 0) {
        await look(her, 'likely');
        await tick(her, her.locator('#sure'));
        await send(her, button(her, '/people/new'));
      }
      await visit(her, `/dossiers/${number}/people`);
      twins.push((await her.locator('td a[href^="/people/"]',
          { hasText: `${given} Brunner ${tag}` }).first()
        .getAttribute('href')).split('/').pop());
    }
    await visit(her, `/people/${twins[0]}`);
    await send(her, her.locator('.acts a[href$="/merge"]'));
    await tick(her, her.locator(`#other-${twins[1]}`));
    await her.fill('textarea[name=why]', 'Same voice.');
    await look(her, 'twins');
    await send(her, button(her, '/merge'));
    await visit(her, `/people/${twins[1]}`);
    await has(her, twins[0]);
  });

  const find = async (page, words) => {
    await visit(her, `/dossiers/${page}`);
    await her.fill('main input[name=find]', words);
    await send(her, her.locator('main form[role=search] button').first());
    await tick(her, her.locator(`main input[type=radio][value="${words}"]`));
  };
  await step('two cases are linked', async () => {
    await find(`${number}/links`, cases[2]);
    await her.selectOption('select[name=kind]', { index: 1 });
    await look(her, 'link');
    await send(her, button(her, '/links'));
    for (const [one, other] of [[number, cases[2]], [cases[2], number]]) {
      await visit(her, `/dossiers/${one}`);
      await there(her, `#links-head, .links a[href="/dossiers/${other}"]`, 2);
    }
  });
  await step('a note is split off, and comes back', async () => {
    await visit(her, `/dossiers/${number}/note`);
    await her.fill('textarea[name=text]', `Another matter, ${tag}.`);
    await send(her, button(her, '/note'));
    await more('split');
    await her.fill('input[name=title]', `The other matter, ${tag}`);
    await her.fill('textarea[name=reason]', 'Two matters.');
    await tick(her,
        her.locator(`.tick:has-text("Another matter, ${tag}") input`));
    await look(her, 'split');
    await send(her, button(her, '/split'));
    if (numberOf(her) === number) throw new Error(her.url());
    await has(her, `Another matter, ${tag}.`);
    await undo();
    await visit(her, `/dossiers/${number}`);
    await has(her, `Another matter, ${tag}.`);
  });
  await step('a case is merged into another, and is itself again', async () => {
    await find(`${number}/merge`, cases[2]);
    await send(her, her.locator('main form:not([role]) button').first());
    await her.fill('textarea[name=reason]', `The same matter, ${tag}.`);
    await look(her, 'merge');
    await send(her, button(her, '/merge'));
    if (numberOf(her) !== cases[2]) throw new Error(her.url());
    await has(her, `Another matter, ${tag}.`);
    await look(her, 'merged');
    await undo();
    await visit(her, `/dossiers/${number}`);
    await has(her, `Another matter, ${tag}.`);
    await gone(her, '.mark.done');
  });

  await step('a deadline is paused, goes on, and has another rule', async () => {
    await visit(her, `/dossiers/${number}/deadlines/new`);
    await her.fill('input[name=title]', `Frist ${tag}`);
    await tick(her, her.locator('input[name=by][value=working]'));
    await her.fill('input[name=days]', '10');
    await look(her, 'deadline-new');
    await send(her, button(her, '/deadlines/new'));
    await visit(her, `/dossiers/${number}/deadlines`);
    await send(her, her.locator(`main a:has-text("Frist ${tag}")`).first());
    for (const act of ['pause', 'resume']) {
      await send(her, her.locator(`.acts a[href$="/${act}"]`));
      await her.fill('textarea[name=reason]', `Photos, ${tag}.`);
      await send(her, button(her, `/${act}`));
    }
    await send(her, her.locator('.acts a[href$="/change"]'));
    await tick(her, her.locator('input[name=by][value=working]'));
    await her.fill('input[name=days]', '15');
    await her.fill('textarea[name=reason]', `Agreed, ${tag}.`);
    await send(her, button(her, '/change'));
    await there(her, 'section[aria-labelledby=spans-head] tbody tr', 4);
    await has(her, `Agreed, ${tag}.`);
    if (await adds_up(her) !== 15) throw new Error('not 15 days');
    await look(her, 'deadline');
  });
  await step('a report with chosen parts prints as PDF', async () => {
    await more('report');
    for (const part of ['tasks', 'history'])
      await her.locator(`input[name=part][value=${part}]`)
        .evaluate((box) => { box.checked = false; });
    await send(her, her.locator('form[action$="/report"] button'));
    await there(her, '#facts-head');
    await gone(her, '#history-head, #tasks-head');
    await look(her, 'report');
    await visit(her, `/dossiers/${number}/report`);
    const bytes = (await her.pdf({ format: 'A4' })).toString('latin1');
    const pages = bytes.match(/\/Type \/Page\b/g)?.length ?? 0;
    const fonts = bytes.match(/\/Type \/Font\b/g)?.length ?? 0;
    if (!bytes.startsWith('%PDF-') || pages < 1 || fonts < 1)
      throw new Error(`${pages} pages, ${fonts} fonts`);
    await her.emulateMedia({ media: 'print' });
    for (const hidden of ['header .top', '.screen', 'footer.foot'])
      if (await her.locator(hidden).isVisible())
        throw new Error(`${hidden} is printed`);
    await shot(her, `${tag}-print`);
    await her.emulateMedia({ media: 'screen' });
  });

  const close = async () => {
    await more('close');
    await tick(her, her.locator('input[name=outcome][value=settled]'));
    await her.fill('textarea[name=reason]', `Settled, ${tag}.`);
    await look(her, 'close');
    await send(her, button(her, '/close'));
    await there(her, '.mark.done');
  };
  await step('a case without tasks is closed by mistake', async () => {
    await visit(her, `/dossiers/${number}`);
    for (;;) {
      await visit(her, `/dossiers/${number}`);
      const task = her.locator('.plan li:not(.wait) a');
      if (await task.count() === 0) break;
      await send(her, task.first());
      await her.fill('textarea[name=result]', 'Done.');
      await send(her, button(her, '/done'));
    }
    await close();
    await look(her, 'closed');
    await undo();
    await visit(her, `/dossiers/${number}`);
    await gone(her, '.mark.done');
  });
  await step('what she did lately', async () => {
    await visit(her, '/undo');
    await there(her, 'tbody tr', 2);
    await look(her, 'lately');
    await send(her, her.locator('a.btn[href^="/undo/"]').first());
    await look(her, 'undo');
  });
  await step('closed for good, and reopened', async () => {
    await close();
    await send(her, her.locator('.title a[href$="/reopen"]'));
    await her.fill('textarea[name=reason]', `Again, ${tag}.`);
    await send(her, button(her, '/reopen'));
    await visit(her, `/dossiers/${number}`);
    await gone(her, '.mark.done');
    await look(her, 'case');
    await visit(her, `/dossiers/${number}/history`);
    for (const words of [`Settled, ${tag}.`, `Again, ${tag}.`,
      `Au lac, ${tag}`])
      await has(her, words);
    await look(her, 'history');
  });
  await step('she offers work, and one of it comes back', async () => {
    await visit(her, '/handovers/new');
    await look(her, 'offer');
    const boxes = her.locator('input[name=pick]:not([disabled])');
    for (const i of [0, 1]) await tick(her, boxes.nth(i));
    await choose(her, 'receiver', 'Aylin Demir');
    await her.fill('textarea[name=note]', `Viel Erfolg, ${tag}.`);
    await send(her, button(her, '/handovers/new'));
    await look(her, 'offered');
    const handover = new URL(her.url()).pathname;
    const head = await sit('aylin');
    await visit(head, handover);
    await has(head, `Viel Erfolg, ${tag}.`);
    await send(head, head.locator('a[href*="/sheets/"]').first());
    await look(head, 'sheet');
    await visit(head, handover);
    await untick(head, head.locator('input[name=pick]').nth(1));
    await head.fill('textarea[name=reason]', `Too far, ${tag}.`);
    await send(head, head.locator('button[formaction$="/refuse"]'));
    await has(head, `Too far, ${tag}.`);
    await send(head, head.locator('form[action$="/accept"] .btn.primary'));
    await gone(head, 'form[action$="/accept"] .btn.primary');
    await look(head, 'taken');
    const taken = numberOf({ url: () => head.url() });
    if (!handover.endsWith(taken)) throw new Error(head.url());
    await visit(her, handover);
    await has(her, `Too far, ${tag}.`);
    await gone(her, 'form[action$="/withdraw"]');
  });

  /** By the rule, she could lead one of her cases, or could not. */
  const rule_has = async (could) => {
    const head = await sit('aylin');
    await visit(head, `/dossiers/${number}/assign`);
    await there(head, 'tr:has-text("Emma Clarke")');
    const out = await head.locator('tr.withdrawn:has-text("Emma Clarke")')
      .count();
    if (could === out > 0) throw new Error(`withdrawn: ${out}`);
  };
  await step('away for a week: a colleague of other cases stands in',
      async () => {
        await visit(her, '/dossiers?status=active&owner=me');
        number = await her.locator('table.cases a.whole').first().innerText();
        const nina = await sit('nina');
        await visit(nina, `/dossiers/${number}`, 404);
        await rule_has(true);
        await visit(her, '/absence/new');
        await her.fill('input[name=begins]', day_in(0));
        await her.fill('input[name=ends]', day_in(6));
        await choose(her, 'substitute', 'Nina Brandt');
        await her.fill('textarea[name=note]', `Im Schrank, ${tag}.`);
        await look(her, 'absence');
        await send(her, button(her, '/absence/new'));
        await visit(nina, '/absence');
        await has(nina, `Im Schrank, ${tag}.`);
        await visit(nina, '/');
        await has(nina, 'Emma Clarke', 'body');
        await look(nina, 'for-others');
        await visit(nina, `/dossiers/${number}/note`);
        await nina.fill('textarea[name=text]', `Rappelé, ${tag}.`);
        await send(nina, button(nina, '/note'));
        await visit(nina, `/dossiers/${number}/history`);
        await has(nina, 'Emma Clarke');
      });
  await step('the rule passes over her, and what is given her waits',
      async () => {
        await rule_has(false);
        const head = await sit('aylin'), nina = await sit('nina');
        await visit(head, `/dossiers/${number}/tasks/new`);
        await head.fill('input[name=title]', `Aktennotiz, ${tag}`);
        await choose(head, 'owner', 'Emma Clarke');
        await send(head, button(head, '/tasks/new'));
        await visit(nina, '/tasks?list=others');
        await has(nina, `Aktennotiz, ${tag}`);
        await send(nina, nina.locator(`a:has-text("Aktennotiz, ${tag}")`));
        await nina.fill('textarea[name=result]', 'Geschrieben.');
        await send(nina, button(nina, '/done'));
      });
  await step('she comes back, reads what was done, and the right ends',
      async () => {
        await visit(her, '/absence');
        await send(her, her.locator('td a[href^="/absence/S-"]').first());
        for (const words of [`Rappelé, ${tag}.`, `Aktennotiz, ${tag}`])
          await has(her, words);
        await has(her, 'Nina Brandt');
        await look(her, 'back');
        await send(her, her.locator('.title a[href$="/end"]'));
        await send(her, button(her, '/end'));
        await there(her, 'td a[href^="/absence/S-"]');
        const nina = await sit('nina');
        await visit(nina, `/dossiers/${number}`, 404);
        await visit(nina, '/');
        await gone(nina, 'a[href="/absence"]:has-text("Emma Clarke")');
      });
}

await main((browser) => days(browser, 'manager', bothWays, day));
