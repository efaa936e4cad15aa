/* SPDX-License-Identifier: MIT */
/* Lists that leave the house. */
#include "domain/desk/queue_leaving.h"

#include "domain/dossier/release.h"
#include "text/message.h"

#define PAGE 200	/* rows read at once */

enum err
queue_leaving(struct ctx *cx, struct queue_filter *f, queue_leaving_fn *page,
    void *to, struct queue_left *out)
{
	struct arena *whole = cx->arena, *own = arena_new();
	struct queue_page p;
	enum err e;

	out->rows = out->held = 0;
	f->after = "";
	f->limit = PAGE;
	f->uncounted = true;
	cx->arena = own;
	do {
		if ((e = queue_list(cx, f, &p)) != OK ||
		    (e = release_leaving(cx, &p.dossiers,
		    &out->held)) != OK ||
		    (e = page(to, p.dossiers)) != OK)
			break;
		for (; p.dossiers != NULL; p.dossiers = p.dossiers->next)
			out->rows++;
		f->after = arena_text(whole, p.next);
		arena_reset(own);
	} while (f->after[0] != '\0');
	if (e != OK && cx->why != NULL)
		cx->why = arena_text(whole, cx->why);
	cx->arena = whole;
	arena_free(own);
	return e;
}

const char *
queue_leaving_held(struct ctx *cx, const struct queue_left *left)
{
	return left->held == 0 ? "" : arena_printf(cx->arena, message_plural(
	    "%ld privileged case is not in this export",
	    "%ld privileged cases are not in this export",
	    (long)left->held), (long)left->held);
}
