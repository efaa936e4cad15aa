/* SPDX-License-Identifier: MIT */
/* Comfort for forms: what an answer makes to be asked appears at once. The
 * page works without it, by its button. */
(function () {
  'use strict';

  var form = document.getElementById('ask');
  var look = document.getElementById('look');
  var running = 0;

  if (!form || !look || !window.fetch) return;
  look.hidden = true;

  function values(inside) {
    var all = {};
    inside.querySelectorAll('[id]').forEach(function (e) {
      if ('value' in e) all[e.id] = e;
    });
    return all;
  }

  function shown(inside) {
    return inside.querySelector('[name=shown]').value;
  }

  // What was typed while the server answered stays.
  function show(text) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    var fresh = page.getElementById('questions');
    var old = document.getElementById('questions');
    var key = page.querySelector('#ask [name=form_key]');
    var now, focus = document.activeElement && document.activeElement.id;
    if (!fresh || !old) return;
    if (key) form.querySelector('[name=form_key]').value = key.value;
    if (shown(fresh) === shown(old)) return;	// nothing moves for nothing
    now = values(old);
    Object.keys(values(fresh)).forEach(function (id) {
      var e = fresh.querySelector('#' + CSS.escape(id)), was = now[id];
      if (!was || was.type === 'hidden') return;
      if (was.type === 'checkbox') e.checked = was.checked;
      else e.value = was.value;
    });
    old.replaceWith(fresh);
    if (focus && document.getElementById(focus))
      document.getElementById(focus).focus();
  }

  form.addEventListener('change', function () {
    var mine = ++running, body = new URLSearchParams(new FormData(form));
    body.append('more', 'look');
    fetch(form.action, { method: 'POST', body: body })
      .then(function (r) { return r.ok ? r.text() : ''; })
      .then(function (text) { if (text && mine === running) show(text); })
      .catch(function () { look.hidden = false; });
  });
})();
