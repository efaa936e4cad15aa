/* SPDX-License-Identifier: MIT */
/* Forms of a dossier: begun, saved, completed, corrected, taken back. */
#include <stdlib.h>

#include "base/count.h"
#include "check.h"
#include "domain/course/decision_make.h"
#include "domain/course/filled.h"
#include "domain/course/filled_answers.h"
#include "domain/course/filled_keep.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/event.h"
#include "domain/story/undo_act.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "talk.h"
#include "type_folder.h"
#include "world.h"

static struct value *
value(struct value *next, const char *field, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	v->next = next;
	v->field = field;
	v->text = text;
	return v;
}

static struct dossier *
start(void)
{
	return talk_start(false, "");
}

static struct filled *
begun(struct dossier *d)
{
	struct filled *f = NULL;

	CHECK(filled_begin(&cx, d, "talk", 0, &f) == OK);
	return f;
}

static struct filled *
again(struct dossier *d, const struct filled *f)
{
	struct filled *out = NULL;

	CHECK(filled_open(&cx, d, f->no, &out) == OK);
	return out;
}

static void
forget(void)
{
	cx.mistakes = NULL;
	cx.why = NULL;
}

static void
a_form_is_saved_half_and_gone_on_with(void)
{
	struct dossier *d = start();
	struct filled *f = begun(d), *g;

	CHECK_TEXT(told(d), "Form “Talk” begun");
	CHECK(filled_begin(&cx, d, "talk", 0, &g) == OK && g->no == f->no);
	CHECK(filled_begin(&cx, d, "walk", 0, &g) == ERR_MISSING);
	forget();
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "badly"),
	    f->version) == OK);
	CHECK_TEXT(told(d), "Form “Talk”: 1 of 3 questions answered");
	f = again(d, f);
	CHECK(f->answered == 1);
	CHECK_TEXT(filled_answers_text(f->answers, "hurt", 0), "badly");
	CHECK(filled_save(&cx, d, f, value(NULL, "signs", "cash late"),
	    f->version) == OK);
	f = again(d, f);
	CHECK_TEXT(filled_answers_text(f->answers, "signs", 0), "late cash");
	CHECK_TEXT(filled_answers_text(f->answers, "hurt", 0), "badly");
	/* left empty, it is no answer any more */
	CHECK(filled_save(&cx, d, f, value(NULL, "signs", ""),
	    f->version) == OK);
	f = again(d, f);
	CHECK(f->answered == 1);
	CHECK(f->answers != NULL && f->answers->next == NULL);
	/* the same again is no event; somebody else's page is refused */
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "badly"),
	    f->version) == OK);
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "no"),
	    f->version - 1) == ERR_CONFLICT);
	forget();
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "dead"),
	    f->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.hurt");
	forget();
	CHECK(filled_save(&cx, d, f, value(NULL, "nose", "red"),
	    f->version) == ERR_REQUEST);
}

static void
a_blank_one_is_not_complete_and_what_lacks_is_named(void)
{
	struct dossier *d = start();
	struct filled *f = begun(d);

	CHECK(filled_complete(&cx, d, f, NULL, f->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.hurt");
	forget();
	CHECK(filled_complete(&cx, d, f, value(NULL, "hurt", "badly"),
	    f->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "f.who");
	CHECK(world_int("SELECT count(*) FROM form_answer") == 0);
	CHECK(world_int("SELECT count(*) FROM form_edition") == 0);
}

static struct filled *
completed(struct dossier *d)
{
	struct filled *f = begun(d);

	CHECK(filled_complete(&cx, d, f, value(value(value(NULL, "hurt",
	    "badly"), "who", "Ida"), "signs", "cash"), f->version) == OK);
	return again(d, f);
}

static void
what_was_answered_is_kept_as_it_was(void)
{
	struct dossier *d = start();
	struct filled_edition *x;
	struct filled *f = completed(d);

	CHECK(f->state == FILLED_COMPLETE && f->edition == 1);
	CHECK(f->scored && f->score == 604000);
	CHECK_TEXT(f->band, "high");
	CHECK_TEXT(told(d), "Form “Talk” completed: 604, High");
	CHECK(filled_editions(&cx, f, &x) == OK && x->next == NULL);
	CHECK_TEXT(x->lines->label, "Was anybody hurt?");
	CHECK_TEXT(x->lines->shown, "Badly");
	CHECK_TEXT(x->lines->points, "600");
	CHECK(strlen(x->sha256) == 64);
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "no"),
	    f->version) == ERR_CONFLICT);
	CHECK(filled_skip(&cx, d, f, "No time") == ERR_CONFLICT);
	forget();
}

static void
a_correction_is_one_more_copy(void)
{
	struct dossier *d = start();
	struct filled *f = completed(d);
	struct filled_edition *x;

	CHECK(filled_correct(&cx, d, f, value(NULL, "hurt", "no"), " ",
	    f->version) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "reason");
	forget();
	CHECK(filled_correct(&cx, d, f, value(NULL, "who", "Ida"), "A slip",
	    f->version) == ERR_INVALID);	/* nothing differs */
	forget();
	CHECK(filled_correct(&cx, d, f, value(NULL, "hurt", "no"), "A slip",
	    f->version) == OK);
	CHECK_TEXT(told(d), "Form “Talk” corrected: 4, Low");
	f = again(d, f);
	CHECK(f->edition == 2 && f->score == 4000);
	CHECK(filled_editions(&cx, f, &x) == OK);
	CHECK(x->no == 2 && x->next->no == 1);
	CHECK_TEXT(x->reason, "A slip");
	CHECK_TEXT(x->lines->shown, "No");
	CHECK_TEXT(x->next->lines->shown, "Badly");
	CHECK_TEXT(f->reason, "A slip");	/* of its state, too */
	/* what is not asked is no line of the copy */
	CHECK(x->lines->next != NULL && x->lines->next->next == NULL);
	CHECK_TEXT(x->lines->next->question, "signs");
	/* kept, though it is not asked any more */
	CHECK_TEXT(filled_answers_text(f->answers, "who", 0), "Ida");
}

static void
a_table_decides_by_the_score(void)
{
	struct dossier *d = talk_start(true, "");
	struct filled *f;

	CHECK(d->risk == 2);		/* 30 + 5 */
	f = completed(d);
	CHECK(reread(d)->risk == 3);	/* and 40 + 20 */
	d = reread(d);
	CHECK(filled_correct(&cx, d, f, value(NULL, "hurt", "no"), "A slip",
	    f->version) == OK);
	CHECK(reread(d)->risk == 2);
}

/* One more of the same form counts once it is complete. */
static void
what_is_under_way_does_not_count(void)
{
	struct dossier *d = talk_start(true, "");
	struct filled *f;

	(void)completed(d);
	d = reread(d);
	CHECK(d->risk == 3);
	f = begun(d);
	CHECK(filled_save(&cx, d, f, value(NULL, "hurt", "no"),
	    f->version) == OK);
	CHECK(reread(d)->risk == 3);
	d = reread(d);
	CHECK(filled_complete(&cx, d, again(d, f), NULL, again(d,
	    f)->version) == OK);
	CHECK(reread(d)->risk == 2);
}

static void
the_hash_covers_all_that_was_kept(void)
{
	struct filled_line line = { .section = "S", .question = "q",
	    .label = "Q", .text = "1", .shown = "Yes", .points = "" };
	struct filled_edition x = { .no = 1, .reason = "", .lang = "en",
	    .title = "T", .score = "", .band = "", .lines = &line };
	const char **texts[] = { &x.reason, &x.lang, &x.title, &x.score,
	    &x.band, &line.section, &line.question, &line.label, &line.text,
	    &line.shown, &line.points };
	const char *sum, *was;
	size_t i;

	given();
	sum = filled_keep_sum(cx.arena, "C-1", 1, "talk", 1, &x);
	for (i = 0; i < COUNT(texts); i++) {
		was = *texts[i];
		*texts[i] = "another";
		CHECK(strcmp(sum, filled_keep_sum(cx.arena, "C-1", 1, "talk",
		    1, &x)) != 0);
		*texts[i] = was;
	}
	x.no = 2;
	CHECK(strcmp(sum, filled_keep_sum(cx.arena, "C-1", 1, "talk", 1,
	    &x)) != 0);
	x.no = 1;
	line.no = 1;
	CHECK(strcmp(sum, filled_keep_sum(cx.arena, "C-1", 1, "talk", 1,
	    &x)) != 0);
	line.no = 0;
	CHECK_TEXT(filled_keep_sum(cx.arena, "C-1", 1, "talk", 1, &x), sum);
}

static bool
gesture(const char *result)
{
	return world_int(arena_printf(cx.arena, "SELECT count(*) FROM decision"
	    " WHERE code = 'gesture' AND state = 'made'"
	    "   AND result = '\"%s\"'", result)) == 1;
}

static void
what_tables_said_of_it_is_asked_anew(void)
{
	struct dossier *d = talk_start(true, "");
	struct filled *f;
	int64_t no;

	f = completed(d);	/* nobody asked for the gesture yet */
	CHECK(world_int("SELECT count(*) FROM decision"
	    " WHERE code = 'gesture'") == 0);
	d = reread(d);
	CHECK(decision_make(&cx, d, "gesture", &no) == OK);
	CHECK(gesture("voucher"));
	d = reread(d);
	CHECK(filled_correct(&cx, d, f, value(NULL, "hurt", "no"), "A slip",
	    f->version) == OK);
	CHECK(gesture("letter"));
	d = reread(d);
	f = again(d, f);	/* the same score: nothing is asked */
	CHECK(filled_correct(&cx, d, f, value(NULL, "who", "Ida"), "A slip",
	    f->version) == ERR_INVALID);
	forget();
	no = world_int("SELECT no FROM decision WHERE code = 'gesture'"
	    " AND state = 'made'");
	CHECK(decision_make_other(&cx, d, no, "none", "She is content",
	    &no) == OK);
	d = reread(d);
	CHECK(filled_correct(&cx, d, f, value(NULL, "hurt", "badly"),
	    "It was right", f->version) == OK);
	CHECK(gesture("none"));		/* a person said so */
}

static enum err
undone(void)
{
	struct undo_act *act = NULL;
	const char *number = cx.act == NULL ? "" : cx.act->number;
	enum err e;

	cx.act = NULL;
	if ((e = undo_act_open(&cx, number, &act)) != OK)
		return e;
	e = undo_back(&cx, act, false, "");
	cx.act = NULL;
	return e;
}

static void
acts_are_taken_back(void)
{
	struct dossier *d = talk_start(true, "");
	struct filled *f, *list;
	struct filled_edition *x;

	f = begun(d);
	cx.act = NULL;
	CHECK(filled_complete(&cx, d, f, value(value(NULL, "hurt", "badly"),
	    "who", "Ida"), f->version) == OK);
	CHECK(undone() == OK);
	d = reread(d);
	f = again(d, f);
	CHECK(f->state == FILLED_OPEN && f->answered == 0 && !f->scored);
	CHECK(d->risk == 2);
	CHECK(filled_editions(&cx, f, &x) == OK && x == NULL);
	CHECK(world_int("SELECT count(*) FROM form_edition") == 1);
	CHECK(filled_complete(&cx, d, f, value(NULL, "hurt", "no"),
	    f->version) == OK);
	CHECK(again(d, f)->edition == 2);	/* no number twice */
	CHECK(undone() == OK);
	d = reread(d);
	f = again(d, f);
	CHECK(filled_skip(&cx, d, f, "") == ERR_INVALID);
	forget();
	CHECK(filled_skip(&cx, d, f, "Ida does not want to") == OK);
	CHECK_TEXT(told(d), "Form “Talk” skipped");
	CHECK(undone() == OK);
	CHECK(again(d, f)->state == FILLED_OPEN);
	CHECK(filled_list(&cx, d, &list) == OK && list->next == NULL);
	CHECK(strstr(store_fault(), "form") == NULL);
}

static void
it_is_found_by_what_was_answered(void)
{
	struct dossier *d = start();

	completed(d);
	CHECK(world_int(arena_printf(cx.arena, "SELECT count(*) FROM"
	    " dossier_search WHERE dossier = %lld AND words LIKE '%%ida%%'",
	    (long long)d->id)) == 1);
}

static void
who_only_reads_fills_in_nothing(void)
{
	struct dossier *d = start();
	struct filled *f = begun(d), *g;

	d->level = LEVEL_READ;
	CHECK(filled_begin(&cx, d, "talk", 0, &g) == ERR_FORBIDDEN);
	CHECK(filled_save(&cx, d, f, NULL, f->version) == ERR_FORBIDDEN);
	CHECK(filled_complete(&cx, d, f, NULL, f->version) == ERR_FORBIDDEN);
	CHECK(filled_skip(&cx, d, f, "x") == ERR_FORBIDDEN);
	CHECK(filled_correct(&cx, d, f, NULL, "x", f->version) ==
	    ERR_FORBIDDEN);
}

static void
harm_to_a_copy_is_named(void)
{
	static const char *const harm[] = {
	    "UPDATE form_line SET shown = 'No' WHERE place = 1",
	    "DELETE FROM form_line WHERE place = 2",
	    "UPDATE form_edition SET score = '1'",
	    "DELETE FROM form_edition" };
	struct dossier *d;
	struct filled *f;
	size_t i;

	for (i = 0; i < COUNT(harm); i++) {
		d = start();
		f = completed(d);
		CHECK(db_run(&cx, harm[i]) == OK);
		CHECK_TEXT(store_fault(), arena_printf(cx.arena,
		    "%s: what was kept of form %lld was changed.", d->number,
		    (long long)f->no));
	}
}

#define PLAN								\
	"<definitions xmlns=\"http://www.omg.org/spec/CMMN/20151109/MODEL\""\
	" xmlns:d=\"urn:dossier:cmmn\" id=\"p\""			\
	" targetNamespace=\"urn:test\"><case id=\"c\" name=\"Refund\">"\
	"<casePlanModel id=\"plan\" name=\"Refund\">"			\
	"<planItem id=\"t\" definitionRef=\"d_t\"/>"			\
	"<humanTask id=\"d_t\" name=\"Have a talk\"><extensionElements>"\
	"<d:label xml:lang=\"fr\">x</d:label>"				\
	"<d:label xml:lang=\"de\">x</d:label>"				\
	"<d:label xml:lang=\"it\">x</d:label>"				\
	"<d:label xml:lang=\"pt\">x</d:label>"				\
	"<d:label xml:lang=\"ja\">x</d:label>"				\
	"<d:task form=\"talk\"/></extensionElements></humanTask>"	\
	"</casePlanModel></case></definitions>"

static int64_t
open_tasks(const struct dossier *d)
{
	return world_int(arena_printf(cx.arena, "SELECT count(*) FROM task"
	    " WHERE done IS NULL AND dossier = %lld", (long long)d->id));
}

static void
a_task_of_the_plan_is_done_by_its_form(void)
{
	struct dossier *d;
	struct filled *f;
	struct task *t;

	type_folder_put("plan.cmmn", PLAN);
	d = start();
	CHECK(open_tasks(d) == 1);
	/* one that was completed before the task began is not its own */
	f = completed(d);
	CHECK(world_int(arena_printf(cx.arena, "UPDATE form SET since = %lld"
	    " WHERE id = %lld RETURNING 1", (long long)cx.now - 60,
	    (long long)f->id)) == 1);
	d = reread(d);
	CHECK(task_open(&cx, d, world_int(arena_printf(cx.arena,
	    "SELECT no FROM task WHERE dossier = %lld", (long long)d->id)),
	    &t) == OK);
	CHECK(task_done(&cx, d, t, "Talked") == ERR_INVALID);
	CHECK_TEXT(cx.why, "This task is done by filling in the form “Talk”. "
	    "Complete the form, or skip it with a reason.");
	forget();
	CHECK(plan_do(&cx, d, t->item, CMMN_COMPLETE, "") == ERR_INVALID);
	forget();
	cx.act = NULL;
	CHECK(filled_begin(&cx, d, "talk", t->no, &f) == OK);
	CHECK(task_done(&cx, d, t, "Talked") == ERR_INVALID);
	forget();
	cx.act = NULL;
	CHECK(filled_complete(&cx, d, f, value(NULL, "hurt", "no"),
	    f->version) == OK);
	CHECK(open_tasks(d) == 0);
	CHECK(undone() == OK);
	CHECK(open_tasks(d) == 1 && again(d, f)->state == FILLED_OPEN);
	d = reread(d);
	f = again(d, f);
	/* skipped, it keeps nobody from the task */
	CHECK(filled_skip(&cx, d, f, "Ida is gone") == OK);
	CHECK(task_open(&cx, d, t->no, &t) == OK);
	CHECK(task_done(&cx, d, t, "She is gone") == OK);
	type_folder_drop("plan.cmmn");
}

static void
a_plan_without_its_form_is_named(void)
{
	const struct casetype *t;

	(void)start();
	type_folder_put("plan.cmmn", source_with(PLAN, "form=\"talk\"",
	    "form=\"walk\""));
	CHECK(type_folder_install(&t) == ERR_INVALID);
	CHECK(strstr(cx.why, "There is no form “walk”: “forms/walk.xml” is "
	    "missing.") != NULL);
	forget();
	type_folder_drop("plan.cmmn");
}

static void
a_table_without_its_form_is_named(void)
{
	const struct casetype *t;
	const char *talk;

	(void)talk_start(true, "");
	talk = type_folder_text("forms/talk.xml");
	type_folder_drop("forms/talk.xml");
	CHECK(type_folder_install(&t) == ERR_INVALID);
	CHECK(strstr(cx.why, "There is no form “talk”: “forms/talk.xml” is "
	    "missing.") != NULL);
	forget();
	type_folder_put("forms/talk.xml", source_with(talk, "code=\"who\"",
	    "code=\"paid\""));
	CHECK(type_folder_install(&t) == ERR_INVALID);
	CHECK(strstr(cx.why, "“paid” is a field of the case type, too; give "
	    "the question another code.") != NULL);
}

int
main(void)
{
	type_folder_open();
	RUN(a_form_is_saved_half_and_gone_on_with);
	RUN(a_blank_one_is_not_complete_and_what_lacks_is_named);
	RUN(what_was_answered_is_kept_as_it_was);
	RUN(a_correction_is_one_more_copy);
	RUN(a_table_decides_by_the_score);
	RUN(what_is_under_way_does_not_count);
	RUN(the_hash_covers_all_that_was_kept);
	RUN(what_tables_said_of_it_is_asked_anew);
	RUN(acts_are_taken_back);
	RUN(it_is_found_by_what_was_answered);
	RUN(who_only_reads_fills_in_nothing);
	RUN(harm_to_a_copy_is_named);
	RUN(a_task_of_the_plan_is_done_by_its_form);
	RUN(a_plan_without_its_form_is_named);
	RUN(a_table_without_its_form_is_named);
	return DONE;
}
