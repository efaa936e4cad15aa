/* SPDX-License-Identifier: MIT */
/*
 * Files of a form that was refused wait beside it, so that nobody chooses
 * them again: the form shown again has a tick box for each, whose value is
 * sealed for the person and says where the bytes lie. Sent with the form,
 * they are its uploads. What is not sent within a day is swept.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "text/message.h"
#include "web/turn.h"

#define PARTS 6		/* file, field, media type, SHA-256, bytes, name */

static const char *
seal(struct request *rq, const char *content)
{
	const char *all = arena_printf(rq->cx.arena, "%lld %s",
	    (long long)rq->cx.viewer, content);

	return session_seal(rq->cx.arena, "held", all, strlen(all));
}

static const char *
token(struct request *rq, const struct upload *u)
{
	const char *file = strrchr(u->path, '/') + 1;
	const char *content = arena_printf(rq->cx.arena, "%s|%s|%s|%s|%zu|%s",
	    file, u->field, u->media_type, u->sha256, u->bytes, u->name);

	return arena_printf(rq->cx.arena, "%s|%s", seal(rq, content),
	    content);
}

void
upload_hold_show(struct request *rq)
{
	const struct upload *u;
	struct view *v;
	int n = 0;

	if (!rq->form->hold || rq->session == NULL)
		return;
	for (u = rq->form->uploads; u != NULL; u = u->next) {
		if (u->gone)
			continue;
		v = view_item(rq->view, "held");
		view_int(v, "n", ++n);
		view_text(v, "token", token(rq, u));
		view_text(v, "name", u->name);
		view_int(v, "bytes", (int64_t)u->bytes);
	}
}

/* The parts of a token, if it is one that this person was given. */
static bool
parts_of(struct request *rq, const char *text, const char *part[PARTS])
{
	char *copy = arena_text(rq->cx.arena, text), *bar;
	const char *want;
	int i;

	if ((bar = strchr(copy, '|')) == NULL)
		return false;
	*bar = '\0';
	want = seal(rq, bar + 1);
	if (strlen(copy) != strlen(want) ||
	    !digest_same(copy, want, strlen(want)))
		return false;
	for (i = 0; i < PARTS; i++) {
		part[i] = bar + 1;
		bar = i + 1 < PARTS ? strchr(bar + 1, '|') : NULL;
		if (bar != NULL)
			*bar = '\0';
		else if (i + 1 < PARTS)
			return false;
	}
	return true;
}

enum err
upload_hold_take(struct request *rq)
{
	const char *part[PARTS];
	struct upload *u;
	struct held *h;

	for (h = rq->form->held; h != NULL; h = h->next) {
		if (rq->session == NULL || !parts_of(rq, h->token, part))
			return refuse(&rq->cx, ERR_REQUEST, _("A file of this "
			    "form was chosen by somebody else. Nothing was "
			    "written; open the page again."));
		u = arena_alloc(rq->cx.arena, sizeof(*u));
		u->path = upload_path(rq, part[0]);
		u->field = part[1];
		u->media_type = part[2];
		u->sha256 = part[3];
		u->bytes = (size_t)strtoull(part[4], NULL, 10);
		u->name = part[5];
		u->held = true;
		*rq->form->tail = u;
		rq->form->tail = &u->next;
	}
	return OK;
}

enum err
upload_hold_check(struct request *rq)
{
	struct upload *u;
	struct stat st;
	enum err e = OK;

	for (u = rq->form->uploads; u != NULL; u = u->next) {
		u->gone = u->held && (stat(u->path, &st) != 0 ||
		    (size_t)st.st_size != u->bytes);
		if (u->gone)
			e = refuse_field(&rq->cx, u->field, _("The file “%s” "
			    "waited too long and is no longer here. Choose "
			    "it again."), u->name);
	}
	return e;
}
