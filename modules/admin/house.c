/* SPDX-License-Identifier: MIT */
/* How the house stands, and what the directory said. */
#include "admin.h"

#include "base/config.h"
#include "domain/health.h"
#include "domain/roster.h"

static void
show_bytes(struct view *v, const char *name, int64_t bytes)
{
	if (bytes >= 0)
		view_int(v, name, bytes);
}

enum err
get_house(struct request *rq)
{
	struct roster_state state;
	struct view *v = rq->view;
	struct health h;
	enum err e;

	if ((e = health_look(&rq->cx, &h)) != OK ||
	    (e = roster_state(&rq->cx, &state)) != OK)
		return e;
	view_text(v, "version", h.version);
	view_text(v, "store", h.store);
	view_int(v, "schema", h.schema);
	view_flag(v, "schema_wrong", h.schema != h.expected);
	show_bytes(v, "store_bytes", h.store_bytes);
	show_bytes(v, "store_free", h.store_free);
	view_flag(v, "store_low", h.store_low);
	view_text(v, "documents", rq->cx.conf->documents);
	show_bytes(v, "documents_free", h.documents_free);
	view_flag(v, "documents_low", h.documents_low);
	view_moment(v, "last_event", h.last_event);
	view_moment(v, "directory", h.directory);
	view_flag(v, "directory_stale", h.directory_stale);
	view_flag(v, "attention", h.schema != h.expected || h.store_low ||
	    h.documents_low || h.directory_stale);
	view_int(v, "staff", state.enabled);
	view_int(v, "without_role", state.without_role);
	view_int(v, "sessions", state.sessions);
	view_text(v, "base_url", rq->cx.conf->base_url);
	view_flag(v, "tls", rq->cx.conf->base_tls);
	view_text(v, "timezone", rq->cx.conf->timezone);
	view_text(v, "log_reads", rq->cx.conf->log_reads);
	view_int(v, "session_idle", rq->cx.conf->session_idle);
	view_int(v, "session_whole", rq->cx.conf->session_whole);
	view_text(rq->view, "tab", "house");
	return reply_page(rq, "admin/house.html");
}

enum err
get_directory(struct request *rq)
{
	const struct config *conf = rq->cx.conf;
	struct roster_state state;
	struct view *v = rq->view;
	enum err e;

	if ((e = roster_state(&rq->cx, &state)) != OK)
		return e;
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
	view_flag(v, "stale", state.of_directory > 0 &&
	    rq->cx.now - state.newest > conf->ldap_freshness);
	view_int(v, "staff", state.of_directory);
	view_int(v, "enabled", state.enabled);
	view_int(v, "shut", state.staff - state.enabled);
	view_int(v, "without_role", state.without_role);
	view_text(rq->view, "tab", "directory");
	return reply_page(rq, "admin/directory.html");
}
