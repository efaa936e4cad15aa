/* SPDX-License-Identifier: MIT */
/* Forms that administrators change: seen by nobody else until published. */
#include "../dice.h"
#include "base/config.h"
#include "base/count.h"
#include "check.h"
#include "domain/course/filled.h"
#include "domain/course/form_edit.h"
#include "domain/type/casetype.h"
#include "model/right.h"
#include "seen.h"
#include "source.h"
#include "world.h"

static struct config conf;

/* What was parsed of a type is kept by its row until the process ends, so all
 * tests share one world. */
static void
admin(void)
{
	as("ada");
	cx.lang = "en";
	cx.rights = RIGHT_SELF | RIGHT_ADMIN;
	cx.conf = &conf;
	cx.mistakes = NULL;
	cx.why = NULL;
}

static struct form_draft_open *
opened(void)
{
	struct form_draft_open *o = NULL;

	admin();
	CHECK(form_draft_open(&cx, "complaint", "interview", &o) == OK);
	return o;
}

static struct form_edit_typed
typed(const char *label, const char *kind, int64_t version)
{
	struct form_edit_typed t = { .code = "", .when = "", .score = "",
	    .kind = kind, .max = "", .decimals = "", .least = "", .most = "",
	    .currency = "", .points = "", .from = "", .rows_least = "",
	    .rows_most = "", .version = version };

	t.label.text[0] = label;
	return t;
}

static const char *
label_of(const struct form_model *m, const char *code)
{
	const struct type_form_question *q = form_model_question(m->form,
	    code);

	return q == NULL ? "(none)" : q->field.label.text[0];
}

static void
nobody_else_changes_a_form(void)
{
	struct form_draft_open *o = NULL;
	const char *form;

	admin();
	cx.rights = RIGHT_SELF | RIGHT_STAFF | RIGHT_LEAD;
	CHECK(form_draft_open(&cx, "complaint", "interview", &o) ==
	    ERR_FORBIDDEN);
	CHECK(form_draft_new(&cx, "complaint", "", "New", &form) ==
	    ERR_FORBIDDEN);
	CHECK(form_draft_upload(&cx, "complaint", "x", &form) ==
	    ERR_FORBIDDEN);
	admin();
	CHECK(form_draft_open(&cx, "complaint", "none", &o) == ERR_MISSING);
	CHECK(form_draft_open(&cx, "none", "interview", &o) == ERR_MISSING);
	CHECK(world_int("SELECT count(*) FROM form_draft") == 0);
}

static void
a_change_is_kept_and_not_yet_asked(void)
{
	struct form_edit_typed t = typed("What now?", "lines", 0);
	struct form_draft_open *o = opened();
	const struct casetype *type;
	const struct form_model *m;

	t.when = "talked_by = ";
	CHECK(form_edit_set(&cx, o, "question-wish", &t) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "when");
	o = opened();
	t.when = "nobody_knows = 1";
	CHECK(form_edit_set(&cx, o, "question-wish", &t) == ERR_INVALID);
	o = opened();
	t.when = "urgent";	/* stands behind it */
	CHECK(form_edit_set(&cx, o, "question-wish", &t) == ERR_INVALID);
	CHECK(world_int("SELECT count(*) FROM form_draft") == 0);
	o = opened();
	t.when = "talked_by = \"phone\"";
	CHECK(form_edit_set(&cx, o, "question-wish", &t) == OK);
	o = opened();
	CHECK_TEXT(label_of(o->model, "wish"), "What now?");
	CHECK(o->draft->version == 1 && o->gaps != NULL &&
	    o->faults == NULL);
	CHECK(casetype_current(&cx, "complaint", &type) == OK &&
	    form_model(&cx, type, "interview", &m) == OK);
	CHECK_TEXT(label_of(m, "wish"), "What would put it right?");
	t.version = 0;		/* somebody else's page */
	CHECK(form_edit_set(&cx, o, "question-wish", &t) == ERR_CONFLICT);
	CHECK(form_draft_undo(&cx, opened(), 7) == ERR_CONFLICT);
	CHECK(form_draft_drop(&cx, opened(), 0) == ERR_CONFLICT);
}

static void
what_lacks_a_language_is_not_published(void)
{
	const struct casetype *t;

	CHECK(form_draft_publish(&cx, opened(), "", 1, &t) == ERR_INVALID);
	CHECK(strstr(cx.why, "has no label in") != NULL);
	CHECK(form_draft_fill(&cx, opened(), 1) == OK);
	CHECK(opened()->gaps == NULL);
}

static void
who_began_the_form_keeps_it(void)
{
	struct dossier *d = opened_as("mia", "C-2026-10000061");
	const struct form_model *m;
	const struct casetype *t;
	struct filled *f = NULL;
	int64_t types;

	CHECK(filled_begin(&cx, d, "interview", 0, &f) == OK);
	types = world_int("SELECT count(*) FROM type");
	CHECK(form_draft_publish(&cx, opened(), "Shorter", 1, &t) ==
	    ERR_CONFLICT);
	CHECK(form_draft_publish(&cx, opened(), "Shorter", 2, &t) == OK);
	CHECK(t->version == 2);
	CHECK(world_int("SELECT count(*) FROM type") == types + 1);
	CHECK(world_int("SELECT count(*) FROM form_draft") == 0);
	CHECK(world_int("SELECT count(*) FROM type_model m JOIN type t"
	    " ON t.id = m.type WHERE t.code = 'complaint'"
	    "   AND t.version = 2") == world_int("SELECT count(*) FROM"
	    " type_model m JOIN type t ON t.id = m.type"
	    " WHERE t.code = 'complaint' AND t.version = 1"));
	CHECK(world_int("SELECT count(*) FROM event WHERE"
	    " kind = 'type.installed'") >= 1);
	CHECK(filled_model(&cx, f, &m) == OK);
	CHECK_TEXT(label_of(m, "wish"), "What would put it right?");
	CHECK(form_model(&cx, t, "interview", &m) == OK);
	CHECK_TEXT(label_of(m, "wish"), "What now?");
	CHECK(opened()->draft->id == 0);
	CHECK(form_draft_publish(&cx, opened(), "", 0, &t) == ERR_CONFLICT);
}

static void
the_former_one_comes_back(void)
{
	const struct casetype *t;

	CHECK(form_draft_take(&cx, opened(), 9, 0) == ERR_MISSING);
	CHECK(form_draft_take(&cx, opened(), 2, 0) == OK);
	CHECK(form_draft_publish(&cx, opened(), "", 1, &t) == ERR_INVALID);
	CHECK(form_draft_take(&cx, opened(), 1, 1) == OK);
	CHECK_TEXT(label_of(opened()->model, "wish"),
	    "What would put it right?");
	CHECK(form_draft_publish(&cx, opened(), "", 2, &t) == OK);
	CHECK(t->version == 3);
}

/* Somebody else published another one since the draft began. */
static void
a_form_that_fell_behind_is_not_published(void)
{
	const struct casetype *t;
	struct form_draft_open *o = opened();
	struct form_edit_typed n = typed("Mine?", "lines", 0);

	CHECK(form_edit_set(&cx, o, "question-wish", &n) == OK);
	CHECK(form_draft_fill(&cx, opened(), 1) == OK);
	CHECK(world_int("UPDATE form_draft SET base = 2 RETURNING 1") == 1);
	o = opened();
	CHECK(o->behind);
	CHECK(form_draft_publish(&cx, o, "", 2, &t) == ERR_CONFLICT);
	CHECK(world_int("UPDATE form_draft SET base = 1 RETURNING 1") == 1);
	CHECK(!opened()->behind);	/* it is as it was then */
	CHECK(form_draft_drop(&cx, opened(), 2) == OK);
}

static void
mistakes_stand_beside_their_fields(void)
{
	static const struct {
		const char *kind, *least, *most, *currency, *points, *field;
	} rows[] = {
		{ "number", "5", "1", "", "", "least" },
		{ "number", "", "1", "", "", "least" },
		{ "money", "", "", "XXQ", "", "currency" },
		{ "flag", "", "", "", "many", "points" },
		{ "flag", "", "", "", "1001", "points" },
		{ "horse", "", "", "", "", "kind" },
	};
	struct form_edit_typed t;
	const char *part;
	size_t i;

	for (i = 0; i < COUNT(rows); i++) {
		t = typed("Odd?", rows[i].kind, 0);
		t.least = rows[i].least;
		t.most = rows[i].most;
		t.currency = rows[i].currency;
		t.points = rows[i].points;
		CHECK(form_edit_add(&cx, opened(), "section-talk",
		    "question", &t, &part) == ERR_INVALID);
		CHECK_TEXT(cx.mistakes->field, rows[i].field);
	}
	t = typed("", "text", 0);
	CHECK(form_edit_add(&cx, opened(), "section-talk", "question", &t,
	    &part) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "label.en");
	t = typed("Odd?", "text", 0);
	t.code = "wish";
	CHECK(form_edit_add(&cx, opened(), "section-talk", "question", &t,
	    &part) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "code");
	CHECK(form_edit_add(&cx, opened(), "question-wish", "section", &t,
	    &part) == ERR_REQUEST);
	CHECK(form_edit_remove(&cx, opened(), "form", 0) == ERR_REQUEST);
	CHECK(form_edit_remove(&cx, opened(), "question-none", 0) ==
	    ERR_MISSING);
	CHECK(world_int("SELECT count(*) FROM form_draft") == 0);
}

/* One act of any kind; some are refused. */
static enum err
any_act(struct form_draft_open *o)
{
	static const char *const kinds[] = { "text", "choice", "choices",
	    "flag", "number", "date" };
	static const char *const parts[] = { "section-talk", "question-wish",
	    "question-doctor", "section-burden", "question-urgent",
	    "question-any", "question-any_2", "section-any", "band-grave" };
	struct form_edit_typed t = typed("Any", kinds[dice(6)],
	    o->draft->version);
	const char *at = parts[dice(9)], *part;

	switch (dice(5)) {
	case 0:
		return form_edit_add(&cx, o, "section-burden", "question",
		    &t, &part);
	case 1:
		return form_edit_add(&cx, o, "form", "section", &t, &part);
	case 2:
		return form_edit_move(&cx, o, at, dice(2) == 0, t.version);
	case 3:
		return dice(3) > 0 ? form_edit_add(&cx, o, at, "choice", &t,
		    &part) : form_edit_remove(&cx, o, at, t.version);
	default:
		return form_edit_set(&cx, o, at, &t);
	}
}

/* Whatever is done, the draft is a form, and taking back the last change
 * gives the one before, byte for byte. */
static void
every_change_is_taken_back(void)
{
	struct form_draft_open *o;
	const char *was, *now;
	int i, done = 0;

	for (i = 0; i < 150; i++) {
		o = opened();
		was = o->draft->source;
		if (any_act(o) != OK)
			continue;
		done++;
		o = opened();
		now = o->draft->source;
		CHECK(form_draft_undo(&cx, o, o->draft->version) == OK);
		o = opened();
		CHECK_TEXT(o->draft->source, was);
		CHECK(form_draft_undo(&cx, o, o->draft->version) == OK);
		CHECK_TEXT(opened()->draft->source, now);
	}
	CHECK(done > 40);
	o = opened();
	CHECK(form_draft_drop(&cx, o, o->draft->version) == OK);
	CHECK(opened()->draft->id == 0);
}

int
main(void)
{
	given();
	dice_seed = 11;
	conf.templates = source_path("templates");
	conf.timezone = "Europe/Berlin";
	RUN(nobody_else_changes_a_form);
	RUN(a_change_is_kept_and_not_yet_asked);
	RUN(what_lacks_a_language_is_not_published);
	RUN(who_began_the_form_keeps_it);
	RUN(the_former_one_comes_back);
	RUN(a_form_that_fell_behind_is_not_published);
	RUN(mistakes_stand_beside_their_fields);
	RUN(every_change_is_taken_back);
	return DONE;
}
