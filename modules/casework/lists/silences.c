/* SPDX-License-Identifier: MIT */
/* Silence on the page of a case: since when, counted from what, and what is
 * to be done. */
#include <string.h>

#include "casework/lists/silences.h"
#include "domain/course/silence.h"
#include "domain/spine/medium.h"
#include "text/message.h"

static const char *
counted_from(const struct silence *s)
{
	if (strcmp(s->cause, "resumed") == 0)
		return _("Counted since it went on after waiting.");
	if (strcmp(s->cause, "reopened") == 0)
		return _("Counted since it was reopened.");
	return _("Counted since the request arrived.");
}

/* Why the rhythm is this one. */
static void
show_rule(struct request *rq, struct view *v, const struct dossier *d,
    const struct silence *s)
{
	const char *days = silence_agreed(&rq->cx, s->rhythm);

	view_text(v, "agreed", arena_printf(rq->cx.arena,
	    s->rhythm->risk != 0 ?
	    _("Agreed for this risk: every %s at least.") :
	    s->rhythm->phase[0] != '\0' ?
	    _("Agreed in this phase: every %s at least.") :
	    _("Agreed: every %s at least."), days));
	view_flag(v, "waits", strcmp(d->status, "waiting") == 0);
}

enum err
silences_show(struct request *rq, const struct dossier *d)
{
	struct view *v = view_part(rq->view, "silence");
	struct silence s;
	enum err e;

	if ((e = silence_open(&rq->cx, d, &s)) != OK || !s.agreed)
		return e;
	view_flag(v, "shown", true);
	view_text(v, "words", silence_words(&rq->cx, d));
	view_flag(v, "dated", silence_dated(d->type));
	view_moment(v, "undated", s.undated);
	if (s.rhythm->days == 0)
		return OK;
	show_rule(rq, v, d, &s);
	view_moment(v, "heard", s.heard);
	/* the last moment of the day until whose end it is agreed */
	view_moment(v, "by", s.by == 0 ? 0 : s.by - 1);
	view_flag(v, "late", s.by != 0 && s.by <= rq->cx.now);
	view_text(v, "from", s.medium[0] == '\0' ? counted_from(&s) : "");
	view_text(v, "medium", s.medium[0] == '\0' ? "" :
	    medium_word(s.medium));
	view_text(v, "author", s.author);
	return OK;
}
