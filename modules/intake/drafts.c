/* SPDX-License-Identifier: MIT */
/* A registration kept for later, as it is: nothing of it is checked. */
#include "intake.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/keep.h"
#include "text/message.h"

const struct field drafts_form[] = {
	{ "files",  FIELD_FILE, .many = true },
	{ "photos", FIELD_FILE, .many = true },
	{ "*",      FIELD_LINES, .max = KEEP_NOTE },
	{ NULL }
};

/* What belongs to the sending and not to the request. */
static bool
is_field(const char *name)
{
	static const char *const others[] = {
		"draft", "then", "matter", "same", "more"
	};
	size_t i;

	for (i = 0; i < COUNT(others); i++)
		if (strcmp(others[i], name) == 0)
			return false;
	return true;
}

enum err
post_drafts_keep(struct request *rq)
{
	struct json_pair *fields = NULL, **tail = &fields, *p;
	const char *name, *text, *number;
	enum err e;
	size_t n;

	for (n = 0; form_each(rq, "", n, &name, &text); n++) {
		if (!is_field(name) || text[0] == '\0')
			continue;
		p = arena_alloc(rq->cx.arena, sizeof(*p));
		p->group = "";
		p->name = name;
		p->text = text;
		*tail = p;
		tail = &p->next;
	}
	if ((e = draft_keep(&rq->cx, form_text(rq, "draft"),
	    form_text(rq, "type"), form_text(rq, "title"), fields,
	    &number)) != OK)
		return e;
	reply_notice(rq, "%s", register_files(rq) == NULL ?
	    _("The draft is kept.") : _("The draft is kept, but not its "
	    "files: choose them again when you go on, or log them as an "
	    "arrival."));
	return reply_redirect(rq, "/intake/new?draft=%s", number);
}

enum err
post_draft_discard(struct request *rq)
{
	enum err e = draft_discard(&rq->cx, request_part(rq, "draft"));

	if (e != OK)
		return e;
	reply_notice(rq, "%s", _("The draft is gone."));
	return reply_redirect(rq, "/intake/new");
}
