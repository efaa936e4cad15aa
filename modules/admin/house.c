/* SPDX-License-Identifier: MIT */
/* How the house stands, and what the directory said. */
#include "admin.h"

#include "base/config.h"
#include "domain/house/health.h"
#include "domain/people/roster.h"

static void
show_checks(struct view *v, const struct health *h)
{
	const struct health_check *c;
	struct view *row;

	for (c = h->checks; c != NULL; c = c->next) {
		row = view_item(v, "checks");
		view_text(row, "label", c->label);
		view_text(row, "said", c->said);
		view_flag(row, "warning", c->grade == HEALTH_WARNING);
		view_flag(row, "critical", c->grade == HEALTH_CRITICAL);
		view_flag(row, "unknown", c->grade == HEALTH_UNKNOWN);
	}
}

enum err
get_house(struct request *rq)
{
	struct roster_state state;
	struct view *v = rq->view;
	struct health h;
	enum err e;

	if ((e = health_look(&rq->cx, NULL, &h)) != OK ||
	    (e = roster_state(&rq->cx, &state)) != OK)
		return e;
	view_text(v, "version", h.version);
	view_text(v, "store", h.store);
	view_text(v, "documents", rq->cx.conf->documents);
	show_checks(v, &h);
	view_moment(v, "last_event", state.last_event);
	view_flag(v, "critical", h.worst == HEALTH_CRITICAL);
	view_flag(v, "attention", h.worst == HEALTH_WARNING);
	view_int(v, "staff", state.enabled);
	view_int(v, "without_role", state.without_role);
	view_int(v, "sessions", state.sessions);
	view_text(v, "base_url", rq->cx.conf->base_url);
	view_flag(v, "tls", rq->cx.conf->base_tls);
	view_text(v, "timezone", rq->cx.conf->timezone);
	view_int(v, "session_idle", rq->cx.conf->session_idle);
	view_int(v, "session_whole", rq->cx.conf->session_whole);
	view_text(rq->view, "tab", "house");
	return reply_page(rq, "admin/house.html");
}

enum err
get_directory(struct request *rq)
{
	const struct config *conf = rq->cx.conf;
	const struct health_check *asking;
	struct roster_state state;
	struct view *v = rq->view;
	struct health h;
	enum err e;

	if ((e = roster_state(&rq->cx, &state)) != OK ||
	    (e = health_look(&rq->cx, NULL, &h)) != OK)
		return e;
	asking = health_find(&h, "directory");
	view_text(v, "urls", conf->ldap_urls);
	view_text(v, "tls", conf->ldap_tls);
	view_text(v, "people", conf->ldap_people);
	view_text(v, "person", conf->ldap_person);
	view_text(v, "groups", conf->ldap_groups);
	view_text(v, "group", conf->ldap_group);
	view_text(v, "id", conf->ldap_id);
	view_int(v, "freshness", conf->ldap_freshness);
	view_moment(v, "newest", state.newest);
	view_moment(v, "oldest", state.oldest);
	view_flag(v, "stale", asking != NULL && asking->grade != HEALTH_OK);
	view_int(v, "staff", state.of_directory);
	view_int(v, "enabled", state.enabled);
	view_int(v, "shut", state.staff - state.enabled);
	view_int(v, "without_role", state.without_role);
	view_text(rq->view, "tab", "directory");
	return reply_page(rq, "admin/directory.html");
}
