/* SPDX-License-Identifier: MIT */
/* A document, note, task or form goes into a compartment, and out of it. */
#include "casework/papers/pages_papers.h"
#include "casework/shared/choices.h"
#include "casework/shared/show.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/people/compartment.h"
#include "text/message.h"

const struct field protect_form[] = {
	{ "compartment", FIELD_TEXT, .max = 60 },
	{ "why", FIELD_LINES, .min = 1, .max = REASON_MAX },
	{ 0 }
};

const char *
protect_place(struct request *rq, const struct compartment_part *p)
{
	static const char *const places[] = {
		[COMPARTMENT_DOCUMENT] = "/documents/%lld/about",
		[COMPARTMENT_NOTE] = "",
		[COMPARTMENT_TASK] = "/tasks/%lld",
		[COMPARTMENT_FORM] = "/forms/%lld"
	};

	return arena_printf(rq->cx.arena, "/dossiers/%s%s", rq->number,
	    arena_printf(rq->cx.arena, places[p->kind], (long long)p->no));
}

enum err
get_protect(struct request *rq)
{
	struct compartment_part *p;
	struct dossier *d;
	struct view *v;
	enum err e;

	if ((e = show_open(rq, &d)) != OK ||
	    (e = compartment_part(&rq->cx, d, rq->no, &p)) != OK ||
	    (e = choices_compartments(rq, p->compartment)) != OK)
		return e;
	v = view_part(rq->view, "part");
	view_int(v, "no", p->no);
	view_text(v, "name", p->name);
	view_text(v, "within", compartment_word(p->compartment_name));
	view_text(v, "place", protect_place(rq, p));
	view_flag(v, "planned", p->planned || p->tied);
	view_flag(v, "privileged", p->privileged);
	return reply_page(rq, "casework/protect.html");
}

enum err
post_protect_put(struct request *rq)
{
	struct compartment_part *p;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = compartment_part(&rq->cx, d, rq->no, &p)) != OK ||
	    (e = compartment_part_put(&rq->cx, d, p, form_text(rq,
	    "compartment"), form_text(rq, "why"))) != OK)
		return e;
	if (p->compartment == 0)
		reply_notice(rq, _("Whoever may see the case sees this now."));
	else
		reply_notice(rq, _("Only members of “%s” see this now."),
		    compartment_word(p->compartment_name));
	return reply_redirect(rq, "%s", protect_place(rq, p));
}
