/* SPDX-License-Identifier: MIT */
/* A deadline is added, from those of the type or for one case alone, or gets
 * another rule. */
#include <string.h>

#include "casework/shared/show.h"
#include "casework/tasks/deadlines.h"
#include "casework/tasks/pages_work.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
#include "text/message.h"

/* As enum deadline_by. */
static const char *const all_by[] = { "working", "days", "date", NULL };

#define RULE_FIELDS							\
	{ "by", FIELD_CHOICE, .min = 1, .choices = all_by },		\
	{ "days", FIELD_INT, .min = 0, .max = 100000 },			\
	{ "date", FIELD_DATE },						\
	{ "early", FIELD_INT, .min = 0, .max = 100000 },		\
	{ "warn", FIELD_INT, .min = 0, .max = 100000 }

const struct field deadline_new_form[] = {
	{ "title", FIELD_TEXT, .min = 1, .max = 200 },
	RULE_FIELDS,
	{ "second", FIELD_FLAG },
	{ 0 }
};
const struct field deadline_start_form[] = {
	{ "code", FIELD_TEXT, .min = 1, .max = 31 },
	{ 0 }
};
const struct field deadline_change_form[] = {
	RULE_FIELDS,
	{ "reason", FIELD_LINES, .max = REASON_MAX },
	{ 0 }
};

static void
typed_rule(struct request *rq, struct deadline_rule *out)
{
	const char *by = form_text(rq, "by");
	int i = 0;

	while (all_by[i + 1] != NULL && strcmp(all_by[i], by) != 0)
		i++;
	out->by = (enum deadline_by)i;
	out->days = form_int(rq, "days");
	out->date = form_date(rq, "date");
	out->early = form_int(rq, "early");
	out->warn = form_int(rq, "warn");
}

static void
choices(struct request *rq)
{
	view_option(rq->view, "all_by", all_by[0], _("working days"));
	view_option(rq->view, "all_by", all_by[1], _("days, all of them"));
	view_option(rq->view, "all_by", all_by[2], _("a fixed day"));
	form_start(rq, "by", all_by[0]);
}

/* Those of the type that begin by hand. */
static void
show_standards(struct request *rq, const struct dossier *d)
{
	const struct type_deadline *y;
	struct view *v;

	for (y = d->type->deadlines; y != NULL; y = y->next) {
		if (strcmp(y->start, "hand") != 0)
			continue;
		v = view_option(rq->view, "standards", y->code,
		    message_label(&y->label, rq->cx.lang));
		if (y->help.text[0] != NULL)
			view_text(v, "help", message_label(&y->help,
			    rq->cx.lang));
	}
}

enum err
get_deadline_new(struct request *rq)
{
	struct dossier *d;
	enum err e;

	if ((e = show_open(rq, &d)) != OK)
		return e;
	choices(rq);
	show_standards(rq, d);
	view_flag(rq->view, "courts", d->type->courts[0] != '\0');
	return reply_page(rq, "casework/deadline-new.html");
}

static enum err
add(struct request *rq, const struct deadline_new *n)
{
	struct dossier *d;
	struct deadline *x;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = deadline_add(&rq->cx, d, n, &x)) != OK)
		return e;
	reply_notice(rq, _("The deadline “%s” runs."),
	    deadline_title(&rq->cx, d->type, x));
	return reply_redirect(rq, "/dossiers/%s/deadlines/%lld", d->number,
	    (long long)x->no);
}

enum err
post_deadline_new(struct request *rq)
{
	struct deadline_new n = { .code = "",
	    .title = form_text(rq, "title"),
	    .second = form_flag(rq, "second") };

	typed_rule(rq, &n.rule);
	return add(rq, &n);
}

enum err
post_deadline_start(struct request *rq)
{
	const struct deadline_new n = { .code = form_text(rq, "code"),
	    .title = "", .rule = { .date = "" } };

	return add(rq, &n);
}

enum err
get_deadline_change(struct request *rq)
{
	struct dossier *d;
	struct deadline *x;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK)
		return e;
	deadlines_show_one(rq, view_part(rq->view, "deadline"), d, x);
	choices(rq);
	return reply_page(rq, "casework/deadline-change.html");
}

enum err
post_deadline_change(struct request *rq)
{
	struct deadline_rule rule;
	struct dossier *d;
	struct deadline *x;
	enum err e;

	typed_rule(rq, &rule);
	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = deadline_open(&rq->cx, d, rq->no, &x)) != OK ||
	    (e = deadline_change(&rq->cx, d, x, &rule, form_text(rq,
	    "reason"))) != OK)
		return e;
	reply_notice(rq, _("The deadline has another rule."));
	return reply_redirect(rq, "/dossiers/%s/deadlines/%lld", d->number,
	    (long long)x->no);
}
