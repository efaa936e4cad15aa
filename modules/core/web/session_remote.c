/* SPDX-License-Identifier: MIT */
/*
 * People whom the web server signs in: its FastCGI variable REMOTE_USER,
 * where dossier.conf says that it may be believed. What a browser sends
 * arrives as HTTP_..., and is never looked at here.
 */
#include <string.h>
#include <strings.h>

#include "base/config.h"
#include "base/log.h"
#include "domain/spine/work.h"
#include "text/fold.h"
#include "web/turn.h"

#define VARIABLE "REMOTE_USER="
#define NAME_MOST 200

const char *
session_remote_strip(struct arena *a, const char *name, const char *realms)
{
	size_t n, len = strlen(name);

	for (; *(realms += strspn(realms, " \t")) != '\0'; realms += n) {
		n = strcspn(realms, " \t");
		if (len <= n)
			continue;
		if (*realms == '@' &&
		    strncasecmp(name + len - n, realms, n) == 0)
			return arena_textn(a, name, len - n);
		if (*realms != '@' && strncasecmp(name, realms, n) == 0)
			return arena_textn(a, name + n, len - n);
	}
	return name;
}

/* The variable; "" where there is none, or two that contradict. */
static const char *
variable(const struct request *rq)
{
	char *const *p = rq->state->wire->params;
	const char *out = "", *name;

	for (; p != NULL && *p != NULL; p++) {
		if (strncmp(*p, VARIABLE, strlen(VARIABLE)) != 0)
			continue;
		name = *p + strlen(VARIABLE);
		if (*out != '\0' && *name != '\0' && strcmp(out, name) != 0) {
			log_warn("the web server gives two REMOTE_USER; "
			    "nobody is believed");
			return "";
		}
		if (*name != '\0')
			out = name;
	}
	return out;
}

const char *
session_remote(struct request *rq)
{
	const char *name, *s;

	if (!rq->cx.conf->remote_user)
		return "";
	name = session_remote_strip(rq->cx.arena, variable(rq),
	    rq->cx.conf->remote_user_strip);
	for (s = name; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == 127)
			return "";
	return s - name <= NAME_MOST && fold_utf8_ok(name, strlen(name)) ?
	    name : "";
}

const char *
session_remote_seal(struct request *rq, const char *name)
{
	return session_seal(rq->cx.arena, "remote", name, strlen(name));
}

bool
session_remote_sealed(struct request *rq, const char *seal, const char *name)
{
	const char *wanted = session_remote_seal(rq, name);
	size_t n = strlen(wanted);

	return strlen(seal) == n && digest_same(seal, wanted, n);
}

bool
session_remote_made(const struct request *rq)
{
	return strchr(rq->state->token, '.') != NULL;
}

/* The token of a session that the web server's word made ends in the seal of
 * the name; changing that makes it the token of no session. */
static bool
is_other(struct request *rq)
{
	const char *seal = strchr(rq->state->token, '.');
	const char *name = seal == NULL ? "" : session_remote(rq);

	return *name != '\0' && !session_remote_sealed(rq, seal + 1, name);
}

enum err
session_remote_check(struct request *rq)
{
	struct request_state *st = rq->state;
	enum err e;

	if (!is_other(rq))
		return OK;
	log_info("session: the web server names somebody else now");
	if ((e = work_begin(&rq->cx, WORK_WRITE)) == OK &&
	    (e = visit_end(&rq->cx, &st->visit)) == OK)
		e = work_commit(&rq->cx);
	work_undo(&rq->cx);
	memset(&st->visit, 0, sizeof(st->visit));
	st->token = "";
	return e;
}
