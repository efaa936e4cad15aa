/* SPDX-License-Identifier: MIT */
/* What members of staff can do: the words, and who has which. */
#include "admin.h"

#include "domain/people/roster.h"
#include "domain/people/skill.h"
#include "text/message.h"

#define MOST 200	/* of one person */

const struct field skill_form[] = {
	{ "name", FIELD_TEXT, .min = 1, .max = 60 },
	{ NULL }
};
const struct field member_skills_form[] = {
	{ "skill", FIELD_TEXT, .max = 80, .many = true },
	{ NULL }
};

enum err
get_skills(struct request *rq)
{
	struct skill *s;
	struct view *v;
	enum err e;

	if ((e = skill_list(&rq->cx, 0, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "skills");
		view_text(v, "code", s->code);
		view_text(v, "name", s->name);
		view_int(v, "people", s->people);
	}
	view_text(rq->view, "tab", "skills");
	return reply_page(rq, "admin/skills.html");
}

enum err
post_skills_add(struct request *rq)
{
	enum err e;

	if ((e = skill_make(&rq->cx, form_text(rq, "name"))) != OK)
		return e;
	reply_notice(rq, _("The skill was added."));
	return reply_redirect(rq, "/admin/skills");
}

enum err
post_skill_remove(struct request *rq)
{
	struct skill *s;
	enum err e;

	if ((e = skill_open(&rq->cx, request_part(rq, "skill"), &s)) != OK ||
	    (e = skill_remove(&rq->cx, s)) != OK)
		return e;
	reply_notice(rq, _("The skill “%s” was taken out."), s->name);
	return reply_redirect(rq, "/admin/skills");
}

enum err
skills_show(struct request *rq, int64_t person)
{
	struct skill *s;
	struct view *v;
	enum err e;

	if ((e = skill_list(&rq->cx, person, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		v = view_item(rq->view, "skills");
		view_text(v, "code", s->code);
		view_text(v, "name", s->name);
		view_flag(v, "held", s->held);
	}
	return OK;
}

enum err
post_member_skills_set(struct request *rq)
{
	const char *codes[MOST], *name;
	struct roster_member *m;
	size_t n = 0;
	enum err e;

	while (n < MOST && form_each(rq, "skill", n, &name, &codes[n]))
		n++;
	if ((e = roster_get(&rq->cx, request_part(rq, "person"), &m)) != OK ||
	    (e = skill_set(&rq->cx, m, codes, n)) != OK)
		return e;
	reply_notice(rq, _("The skills of %s were saved."), m->name);
	return reply_redirect(rq, "/admin/staff/%s", m->number);
}
