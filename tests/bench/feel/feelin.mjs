// SPDX-License-Identifier: MIT
// The same work as bench_feel by feelin: microseconds of CPU time, answer,
// name. usage: node feelin.mjs FOLDER-WITH-NODE_MODULES FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const SECONDS = 0.5;
const [folder, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(folder + '/x.js'));
const { evaluate, unaryTest } = await import(
  pathToFileURL(require.resolve('feelin')));
const text = readFileSync(file, 'utf8');

function measure(run) {
  let done = 0, lap = 20, used = 0;
  for (let i = 0; i < 200; i++) run(i);		// warm
  const from = process.cpuUsage();
  do {
    for (let n = 0; n < lap; n++) run(done + n);
    done += lap;
    const { user, system } = process.cpuUsage(from);
    used = user + system;
    if (used < SECONDS * 1e5) lap *= 2;
  } while (used < SECONDS * 1e6);
  return used / done;
}

function expression(line) {
  const [expr, context] = line.split('\t');
  const values = evaluate(context).value;
  const us = measure(() => evaluate(expr, values));
  console.log([us.toFixed(4), evaluate(`string(${expr})`, values).value,
    expr].join('\t'));
}

// A table as an engine over feelin has to do it: the cells of a rule up to the
// first that fails, all rules, two hits are null.
function table(lines) {
  const [names, ...rules] = lines.map((l) => l.split('|').map(
    (c) => c.trim()));
  const decide = (values) => {
    const hits = rules.filter((r) => names.every((name, i) =>
      r[i] === '-' ||
      unaryTest(r[i], { ...values, '?': values[name] }).value === true));
    return hits.length === 1 ?
      evaluate(hits[0][names.length], values).value : null;
  };
  const ages = [12, 19, 24, 30, 47, 64, 65, 80];
  const amounts = [400, 1500, 7000, 60000];
  const inputs = Array.from({ length: 64 }, (_, i) => ({
    age: ages[i % 8], category: 'ABCD'[Math.floor(i / 3) % 4],
    employed: i % 5 < 3, amount: amounts[i % 4],
  }));
  const us = measure((i) => decide(inputs[i % 64]));
  for (const v of inputs)
    console.log(`{age: ${v.age}, category: "${v.category}", employed: ` +
      `${v.employed}, amount: ${v.amount}}\t${decide(v)}`);
  console.log(`${us.toFixed(4)}\ttable\t${(1e6 / us).toFixed(0)} a second`);
}

const lines = text.trimEnd().split('\n');
if (text.includes('\t'))
  lines.forEach(expression);
else
  table(lines);
