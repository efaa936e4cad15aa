/* SPDX-License-Identifier: MIT */
/* What the log of a world tells. */
#include "domain/spine/event.h"
#include "model.h"
#include "model_put.h"

/* What somebody did to it, and can undo. */
void
model_log_act(struct model_dossier *d, int i)
{
	struct dossier handle = { .id = d->id };
	struct event_body *b;

	cx.viewer = viewers[d->actor].id;
	b = event_body(&cx);
	event_before(b, "title", "");
	event_after(b, "title", model_word(IN_EVENT, i));
	must(event_add(&cx, &handle, "dossier.changed", b));
	cx.viewer = 0;
	run("INSERT INTO act (number, actor, done) VALUES ($1, $2, $now)",
	    db_t(d->act), db_i(viewers[d->actor].id));
	run("INSERT INTO act_step (act, no, dossier, seq, parts, held, kind,"
	    " state) SELECT a.id, 1, $2, 1, 1, 3, $3, '{}' FROM act a"
	    " WHERE a.number = $1", db_t(d->act), db_i(d->id),
	    db_t(d->led ? "phase.moved" : "dossier.changed"));
}

/* The log of its file, its task and its form. */
void
model_log_parts(struct model_dossier *d, int i)
{
	struct dossier handle = { .id = d->id };
	struct event_body *b = event_body(&cx);

	event_number(b, "no", 4);
	event_fact(b, "name", model_word(IN_FILE, i));
	event_within(b, 4, d->file);
	must(event_add(&cx, &handle, "document.changed", b));
	b = event_body(&cx);
	event_number(b, "no", 3);
	event_fact(b, "title", model_word(IN_TASK, i));
	event_within(b, 3, d->task);
	must(event_add(&cx, &handle, "task.changed", b));
	b = event_body(&cx);
	event_number(b, "no", 12);
	event_fact(b, "form", "gone");
	event_fact(b, "title", model_word(IN_FORM, i));
	event_within(b, 12, d->form);
	must(event_add(&cx, &handle, "form.skipped", b));
	if (d->scope > 2)
		return;
	b = event_body(&cx);
	event_change(b, "f.account", "", model_word(IN_GUARDED, i));
	must(event_add(&cx, &handle, "dossier.changed", b));
}

static void
tell_of(const struct model_dossier *d, const struct model_dossier *other,
    const char *kind, const char *why)
{
	struct dossier handle = { .id = d->id, .number = d->number };
	struct dossier about = { .id = other->id, .number = other->number };
	struct event_body *b = event_body(&cx);

	event_about(b, &about);
	event_fact(b, "link", "related");
	event_why(b, why);
	must(event_add(&cx, &handle, kind, b));
}

/* Two that belong together; a thing of the one is in the other now. */
void
model_log_link(const struct model_dossier *d, int i)
{
	const struct model_dossier *other = &dossiers[d->linked];
	const char *word = model_word(IN_LINK, i);

	run("INSERT INTO dossier_link (dossier, no, other, other_no, kind,"
	    " note, added) VALUES ($1, $2, $3, $2, 'related', $4, 1)",
	    db_i(d->id), db_i(100 + i), db_i(other->id), db_t(word));
	run("INSERT INTO dossier_moved (dossier, no, to_dossier, to_no,"
	    " moved) VALUES ($1, 7, $2, 4, 1)", db_i(d->id),
	    db_i(other->id));
	tell_of(d, other, "link.added", word);
	tell_of(other, d, "link.added", word);
	tell_of(d, other, "dossier.split_off", "");
}
