/* SPDX-License-Identifier: MIT */
/* The keyboard's shortcuts. The page names them: an element with
 * data-key="n" is pushed by that key, a field gets the focus. */
(function () {
  'use strict';

  var waited = '', timer;

  // Keys of a browser, a field or a language being typed are not ours.
  function theirs(e) {
    var t = e.target;
    return e.defaultPrevented || e.ctrlKey || e.altKey || e.metaKey ||
      e.isComposing || t.isContentEditable ||
      (/^(input|textarea|select)$/i.test(t.tagName) &&
      !/^(checkbox|radio)$/.test(t.type));
  }

  function rows() {
    return Array.prototype.filter.call(document.querySelectorAll(
        'main tbody tr, main .plan li, main .line li'), link);
  }

  function link(row) {
    return row.querySelector('a.whole') || row.querySelector('a[href]');
  }

  function row() {
    return rows().filter(function (r) {
      return r.contains(document.activeElement);
    })[0];
  }

  function step(by) {
    var all = rows(), at = all.indexOf(row());
    var next = all[at < 0 && by < 0 ? all.length - 1 : at + by];
    if (next) link(next).focus();
    return !!next;
  }

  var inLists = {
    j: function () { return step(1); },
    k: function () { return step(-1); },
    o: function () {
      var r = row();
      if (r) link(r).click();
      return !!r;
    },
    x: function () {
      var r = row(), box = r && r.querySelector('input[type=checkbox]');
      if (box) box.click();
      return !!box;
    }
  };

  function push(keys) {
    var it = document.querySelector('[data-key="' + keys + '"]');
    if (!it) return false;
    it.focus();
    if (!/^(input|textarea|select)$/i.test(it.tagName)) it.click();
    else if (it.select) it.select();
    return true;
  }

  document.addEventListener('keydown', function (e) {
    var key = e.key, keys = waited + key;
    if (theirs(e) || key.length !== 1 || /["\\ ]/.test(key)) return;
    clearTimeout(timer);
    waited = '';
    if (push(keys) || keys === key && inLists[key] && inLists[key]())
      e.preventDefault();
    else if (key === 'g' && keys === key) {
      waited = 'g ';
      timer = setTimeout(function () { waited = ''; }, 1500);
    }
  });
})();
