// SPDX-License-Identifier: MIT
// Real complaints, from a public table to their end: imported into the tray,
// one accepted, worked and closed, one solved at once, one declined.
import { execFileSync } from 'node:child_process';
import { main, tick } from './browser.mjs';
import { button, choose, days, gone, has, numberOf, send, settle, there,
  unfold, visit }
  from './desk.mjs';

const { DATA, PREFIX, TABLE, MAP } = process.env;

function imported() {
  const told = execFileSync(`${PREFIX}/bin/dossier`, ['import', 'csv',
    '--type', 'complaint', '--team', 'Front desk', '--map', MAP,
    '--conf', `${DATA}/dossier.conf`, '--log', 'complaints', TABLE],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const rows = Number((/\d+/.exec(told) ?? ['0'])[0]);
  if (rows < 20) throw new Error(`too few: ${told}`);
  return rows;
}

async function day({ sit, step, look }) {
  const screener = await sit('jonas');
  let rows, real;
  await step('the table comes into the tray', async () => {
    rows = imported();
    await visit(screener, '/intake');
    real = await screener.locator('table.cases a.whole').evaluateAll((all) =>
      all.map((a) => a.textContent.trim()));
    if (real.length < Math.min(rows, 20))
      throw new Error(`${real.length} of ${rows} are in the tray`);
    await look(screener, 'tray');
  });
  const open = async (number) => {
    await visit(screener, '/intake');
    await send(screener,
        screener.locator(`a[href="/intake/${number}"]`).first());
  };
  await step('one is declined', async () => {
    await open(real[0]);
    await unfold(screener, 'details:has(form[action$="/decline"])');
    await screener.fill('textarea[name=reason]', 'A bank, not the city.');
    await screener.fill('textarea[name=alternatives]', 'The ombudsman.');
    await look(screener, 'screen');
    await send(screener, button(screener, '/decline'));
  });
  await step('one is solved at once', async () => {
    await open(real[1]);
    await unfold(screener, 'details:has(form[action$="/solve"])');
    await screener.fill('textarea[name=result]', 'Explained by telephone.');
    await send(screener, button(screener, '/solve'));
  });
  await step('one is accepted for the team that works on it', async () => {
    await open(real[2]);
    await screener.selectOption('select[name=place]', 'complaint/complaints');
    await choose(screener, 'lead', 'Aylin Demir');
    await send(screener, button(screener, '/accept'));
    await visit(screener, '/intake');
    for (const number of real.slice(0, 3))
      await gone(screener, `a[href="/intake/${number}"]`);
  });

  const lead = await sit('aylin');
  await step('its lead finds it, and plans', async () => {
    await visit(lead, '/');
    await send(lead, lead.locator(`a[href="/dossiers/${real[2]}"]`).first());
    await look(lead, 'case');
    for (const task of ['Ask the company', 'Answer']) {
      await visit(lead, `/dossiers/${real[2]}`);
      await send(lead, lead.locator('.title a[href$="/tasks/new"]'));
      await lead.fill('input[name=title]', task);
      await choose(lead, 'owner', 'Aylin Demir');
      await send(lead, button(lead, '/tasks/new'));
    }
  });
  await step('does it, and closes', async () => {
    for (const task of ['Ask the company', 'Answer']) {
      await visit(lead, `/dossiers/${real[2]}`);
      await send(lead, lead.locator('.plan a', { hasText: task }).first());
      await lead.fill('textarea[name=result]', 'It was a mistake of theirs.');
      await send(lead, button(lead, '/done'));
    }
    await settle(lead, real[2], 'As the law of the town has it.');
    await visit(lead, `/dossiers/${real[2]}/close`);
    await tick(lead, lead.locator('input[name=outcome][value=upheld]'));
    await send(lead, button(lead, '/close'));
    await visit(lead, `/dossiers/${real[2]}/history`);
    await has(lead, 'It was a mistake of theirs.');
    await look(lead, 'history');
  });
  await step('all three are among the closed ones', async () => {
    for (const number of real.slice(0, 3)) {
      await visit(screener, `/dossiers/${number}`);
      await there(screener, '.mark.done');
      if (numberOf(screener) !== number) throw new Error(screener.url());
    }
  });
}

await main((browser) => days(browser, 'complaints',
    [{ lang: 'de', width: 1280, script: true }], day));
