/* SPDX-License-Identifier: MIT */
/* What was typed and has no place where the request goes is told in its
 * text, so that nothing of it is lost. */
#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "intake.h"
#include "text/message.h"

/* What the type asked for, in words: a case that is open has answers of its
 * own to these. */
static const char *
with_facts(struct request *rq, const struct casetype *type, const char *text)
{
	const struct type_field *f;
	const char *name, *typed;
	struct casetype_named at;
	size_t n;

	for (n = 0; form_each(rq, "f.", n, &name, &typed); n++) {
		if (typed[0] == '\0' ||
		    !casetype_name_read(type, name, &at) || at.field == NULL)
			continue;
		f = at.field;
		if (f->kind == VALUE_CHOICE || f->kind == VALUE_DATE ||
		    f->kind == VALUE_FLAG)
			typed = casetype_show(&rq->cx, f, typed);
		text = arena_printf(rq->cx.arena, "%s%s%s: %s", text,
		    text[0] == '\0' ? "" : "\n",
		    message_label(&f->label, rq->cx.lang), typed);
	}
	return text;
}

static const char *
line(struct request *rq, const char *text, const char *label,
    const char *field, const char *known)
{
	const char *typed = form_text(rq, field);

	if (typed[0] == '\0' || strcmp(typed, known) == 0)
		return text;
	return arena_printf(rq->cx.arena, "%s%s%s: %s", text,
	    text[0] == '\0' ? "" : "\n", label, typed);
}

/* Of somebody who turned out to be registered: what is not known of them,
 * for whoever corrects the person. */
static const char *
with_contact(struct request *rq, const struct person *p, const char *text)
{
	text = line(rq, text, _("Name"), "name", p->name);
	text = line(rq, text, _("Given name"), "given", p->given);
	text = line(rq, text, _("Family name"), "family", p->family);
	text = line(rq, text, _("E-mail"), "email", p->email);
	text = line(rq, text, _("Phone"), "phone", p->phone);
	text = line(rq, text, _("Address"), "address", p->address);
	return line(rq, text, form_has(rq, "i.0.kind") ?
	    form_text(rq, "i.0.kind") : _("Number"), "i.0.value", "");
}

enum err
register_told(struct request *rq, const struct casetype *type,
    const char **text)
{
	struct person *p = NULL;
	enum err e;

	if (type != NULL)
		*text = with_facts(rq, type, *text);
	if (form_text(rq, "person")[0] != '\0')	/* nothing was typed */
		return OK;
	if ((e = register_known(rq, &p)) == OK && p != NULL)
		*text = with_contact(rq, p, *text);
	return e;
}
