/* SPDX-License-Identifier: MIT */
/* One's calendar in other programs: the link, and what it gives. */
#include "base/config.h"
#include "casework/lists/pages_lists.h"
#include "domain/desk/feed.h"
#include "text/message.h"
#include "web/view.h"

const struct field feed_form[] = {
	{ "titles", FIELD_FLAG },
	{ 0 }
};

enum err
get_feed(struct request *rq)
{
	struct feed f;
	enum err e = feed_of_viewer(&rq->cx, &f);

	if (e != OK)
		return e;
	view_flag(rq->view, "there", f.person != 0);
	view_flag(rq->view, "titles_now", f.titles);
	view_moment(rq->view, "made", f.made);
	form_start(rq, "titles", f.titles ? "1" : "");
	return reply_page(rq, "casework/feed.html");
}

/* The link stands in this answer and nowhere else, so it is no redirect. */
enum err
post_feed_make(struct request *rq)
{
	const char *token;
	enum err e = feed_make(&rq->cx, form_flag(rq, "titles"), &token);

	if (e != OK)
		return e;
	view_text(rq->view, "link", arena_printf(rq->cx.arena,
	    "%s/calendar/feed/%s/dossier.ics", rq->cx.conf->base_url, token));
	return reply_page(rq, "casework/feed-made.html");
}

enum err
post_feed_withdraw(struct request *rq)
{
	enum err e = feed_withdraw(&rq->cx);

	if (e != OK)
		return e;
	reply_notice(rq, "%s", _("The link is withdrawn. Programs that had "
	    "it get nothing any more."));
	return reply_redirect(rq, "/calendar/feed");
}

enum err
before_feed(struct request *rq)
{
	struct feed *f = arena_alloc(rq->cx.arena, sizeof(*f));

	rq->found = f;
	return feed_find(&rq->cx, request_part(rq, "token"),
	    request_peer(rq), f);
}

enum err
get_feed_file(struct request *rq)
{
	const char *text;
	enum err e = feed_write(&rq->cx, rq->found, &text);

	return e != OK ? e : reply_fresh(rq, "text/calendar", text);
}
