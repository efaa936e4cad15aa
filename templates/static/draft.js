/* SPDX-License-Identifier: MIT */
/* Keeps a registration as a draft while it is typed: the same as the button
   "Keep as a draft", without its files, half a minute after a change and when
   the page is left. Without script the button does it. */
(function () {
  "use strict";
  var button = document.querySelector("button[formaction$='/intake/drafts']");
  var form = button && button.form;
  var said = document.getElementById("draft-kept");
  var changed = false, busy = false, timer = 0;

  if (!form || !window.fetch || !window.FormData)
    return;

  function key() {
    var bytes = new Uint8Array(16);

    window.crypto.getRandomValues(bytes);
    return Array.prototype.map.call(bytes, function (b) {
      return ("0" + b.toString(16)).slice(-2);
    }).join("");
  }

  function fields() {
    var data = new URLSearchParams();

    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string" && name !== "form_key" &&
          name !== "held")
        data.append(name, value);
    });
    data.append("form_key", key());
    return data;
  }

  /* The answer leads to the draft: its number goes into the form. */
  function keep() {
    if (!changed || busy)
      return;
    changed = false;
    busy = true;
    window.fetch(button.formAction, { method: "POST", body: fields(),
      credentials: "same-origin", keepalive: true }).then(function (answer) {
      var number = /[?&]draft=([^&]+)/.exec(answer.url);

      if (answer.ok && number) {
        form.elements.draft.value = decodeURIComponent(number[1]);
        said.hidden = false;
      }
    }).catch(function () {
      changed = true;
    }).then(function () {
      busy = false;
    });
  }

  form.addEventListener("input", function () {
    changed = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, 30000);
  });
  form.addEventListener("submit", function () {
    changed = false;
    window.clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden")
      keep();
  });
}());
