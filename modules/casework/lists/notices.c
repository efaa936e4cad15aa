/* SPDX-License-Identifier: MIT */
/* Notices: the list, and whether one follows a case. */
#include <string.h>

#include "casework/lists/notices.h"
#include "casework/lists/pages_lists.h"
#include "casework/shared/show.h"
#include "domain/course/deadline.h"
#include "domain/dossier/dossier.h"
#include "domain/people/notice.h"
#include "domain/type/casetype.h"
#include "text/date.h"
#include "text/message.h"
#include "web/pager.h"

static const char *const wishes[] = { "yes", "no", NULL };

const struct field notices_form[] = {
	{ "after", FIELD_TEXT, .max = 40 },
	{ 0 }
};

const struct field follow_form[] = {
	{ "follow", FIELD_CHOICE, .min = 1, .choices = wishes },
	{ 0 }
};

/* Its name in the viewer's language. */
static const char *
deadline_about(struct request *rq, const struct notice *n)
{
	const struct deadline x = { .code = n->code, .title = n->about };
	const struct casetype *t;

	return casetype_by_id(&rq->cx, n->type_id, &t) != OK ? n->about :
	    deadline_title(&rq->cx, t, &x);
}

static const char *
sentence(struct request *rq, const struct notice *n)
{
	struct arena *a = rq->cx.arena;

	if (n->kind == NOTICE_HANDOVER)
		return n->answered ? _("A handover was answered") :
		    _("A handover waits for your answer");
	if (n->kind == NOTICE_PROMISE)
		return arena_printf(a, n->missed ?
		    _("A promise was broken: %s") :
		    _("A promise is to be kept: %s"), n->about);
	if (n->kind == NOTICE_SERVICE)
		return _("A service for a patient is due, or late");
	if (n->kind == NOTICE_SHARE)
		return arena_printf(a, n->missed ?
		    _("The link for %s is locked") : n->answered ?
		    _("The mail with the link for %s was not taken") :
		    _("%s opened what you share"), n->about);
	if (n->kind == NOTICE_CONSENT)
		return arena_printf(a, _("A consent ends on %s"),
		    date_civil(a, rq->cx.lang, n->about));
	switch (n->kind) {
	case NOTICE_CHANGE:
		return _("A case that you follow was changed");
	case NOTICE_MENTION:
		return _("You are mentioned in a note");
	case NOTICE_APPROVAL:
		return arena_printf(a, n->answered ?
		    _("Your request for approval: %s") :
		    _("To approve: %s"), n->about);
	case NOTICE_DEADLINE:
		if (n->no == 0)
			return _("A case of yours fell silent");
		return arena_printf(a, n->missed ?
		    _("A deadline was missed: %s") :
		    _("A deadline is near: %s"), deadline_about(rq, n));
	case NOTICE_ASSIGNED:
		break;
	}
	return n->no == 0 ? _("You lead this case") :
	    arena_printf(a, _("A task is yours: %s"), n->about);
}

static const char *
place(struct request *rq, const struct notice *n)
{
	struct arena *a = rq->cx.arena;

	if (n->kind == NOTICE_PROMISE)
		return arena_printf(a, "/dossiers/%s/promises", n->dossier);
	if (n->kind == NOTICE_SERVICE)
		return arena_printf(a, "/medical/%s/services/%lld",
		    n->dossier, (long long)n->no);
	if (n->kind == NOTICE_HANDOVER)
		return arena_printf(a, "/handovers/%s", n->about);
	if (n->kind == NOTICE_SHARE)
		return arena_printf(a, "/dossiers/%s/shares/%lld", n->dossier,
		    (long long)n->no);
	if (n->kind == NOTICE_CONSENT)
		return arena_printf(a, "/dossiers/%s/consents/%lld",
		    n->dossier, (long long)n->no);
	if (n->no != 0 && n->kind == NOTICE_ASSIGNED)
		return arena_printf(a, "/dossiers/%s/tasks/%lld", n->dossier,
		    (long long)n->no);
	if (n->kind == NOTICE_DEADLINE && n->no != 0)
		return arena_printf(a, "/dossiers/%s/deadlines/%lld",
		    n->dossier, (long long)n->no);
	if (n->kind == NOTICE_APPROVAL)
		return arena_printf(a, "/dossiers/%s/approvals/%lld",
		    n->dossier, (long long)n->no);
	return arena_printf(a, "/dossiers/%s", n->dossier);
}

void
notices_show(struct request *rq, const struct notice *n)
{
	struct view *v = view_item(rq->view, "notices");

	view_text(v, "text", sentence(rq, n));
	view_text(v, "href", place(rq, n));
	view_text(v, "dossier", n->dossier);
	view_text(v, "title", n->title);
	view_moment(v, "queued", n->queued);
	view_flag(v, "seen", n->seen);
}

enum err
get_notices(struct request *rq)
{
	const char *after = form_text(rq, "after");
	struct notice_page page;
	const struct notice *n;
	enum err e;

	if ((e = notice_list(&rq->cx, after, LIST_ROWS, &page)) != OK)
		return e;
	for (n = page.notices; n != NULL; n = n->next)
		notices_show(rq, n);
	pager_show(rq, "/notices", page.next);
	return reply_page(rq, "casework/notices.html");
}

enum err
post_notices_see(struct request *rq)
{
	enum err e;

	if ((e = notice_see(&rq->cx)) != OK)
		return e;
	return reply_redirect(rq, "/notices");
}

enum err
post_dossier_follow(struct request *rq)
{
	bool wanted = strcmp(form_text(rq, "follow"), "yes") == 0;
	struct dossier *d;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, &d)) != OK ||
	    (e = notice_follow(&rq->cx, d, wanted)) != OK)
		return e;
	reply_notice(rq, "%s", wanted ?
	    _("You are told when somebody changes this case.") :
	    _("You are not told of changes of this case any more."));
	return reply_redirect(rq, "/dossiers/%s", d->number);
}
