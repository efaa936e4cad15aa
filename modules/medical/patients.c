/* SPDX-License-Identifier: MIT */
/* The list of patients: who leads whose case, where it is, and what is next. */
#include <string.h>

#include "domain/people/access.h"
#include "domain/people/person.h"
#include "domain/type/casetype.h"
#include "medical/careplans.h"
#include "medical/medical.h"
#include "text/message.h"
#include "web/pager.h"

#define ROWS 50
#define SOON (3 * 86400)

static const char *const lists[] = { "mine", "all", "closed", NULL };

const struct field patients_form[] = {
	{ "list", FIELD_CHOICE, .choices = lists },
	{ "text", FIELD_TEXT, .max = 200 },
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};

static void
show_row(struct request *rq, const struct patient *p, bool closed)
{
	struct view *v = view_item(rq->view, "patients");
	bool late = !closed && p->due != 0 && p->due < rq->cx.now;

	view_text(v, "number", p->number);
	view_text(v, "title", p->title);
	view_text(v, "name", p->name);
	view_text(v, "born", p->born);
	view_text(v, "age", medical_age(&rq->cx, p->born, p->died));
	view_text(v, "sex", person_words_sex(p->sex));
	view_flag(v, "died", p->died[0] != '\0');
	view_text(v, "phase", p->phase[0] == '\0' ? "" :
	    casetype_word(&rq->cx, p->type->phases, p->phase));
	view_flag(v, "waiting", strcmp(p->status, "waiting") == 0);
	view_text(v, "lead", p->lead);
	view_moment(v, "due", p->due);
	view_flag(v, "late", late);
	view_flag(v, "soon", !closed && !late && p->due != 0 &&
	    p->due < rq->cx.now + SOON);
}

/* The first type of which the viewer may register one, as "register". */
static enum err
show_register(struct request *rq)
{
	const struct casetype *const *types;
	struct scope_choice *s;
	enum err e;

	if ((rq->cx.rights & RIGHT_INTAKE) == 0)
		return OK;
	if ((e = medical_types(&rq->cx, &types)) != OK ||
	    (e = access_scopes(&rq->cx, LEVEL_WORK, &s)) != OK)
		return e;
	for (; s != NULL && types[0] != NULL; s = s->next)
		if (strcmp(s->type, types[0]->code) == 0)
			view_text(rq->view, "register", s->type);
	return OK;
}

enum err
get_patients(struct request *rq)
{
	const char *list = form_text(rq, "list"), *last = "";
	struct patient_filter f = { .text = form_text(rq, "text"),
	    .after = form_text(rq, "after"), .limit = ROWS + 1 };
	struct patient *p;
	int n;
	enum err e;

	if (list[0] == '\0')
		list = "mine";
	f.closed = strcmp(list, "closed") == 0;
	f.all = f.closed || strcmp(list, "all") == 0;
	if ((e = medical_patients(&rq->cx, &f, &p)) != OK ||
	    (e = show_register(rq)) != OK || (e = gaps_show(rq)) != OK)
		return e;
	view_flag(rq->view, list, true);
	view_text(rq->view, "list", list);
	view_text(rq->view, "text", f.text);
	for (n = 0; p != NULL && n < ROWS; p = p->next, n++) {
		show_row(rq, p, f.closed);
		last = p->number;
	}
	pager_show(rq, request_query(rq, request_query(rq, MEDICAL, "list",
	    list), "text", f.text), p == NULL ? "" : last);
	return reply_page(rq, "medical/patients.html");
}
