/* SPDX-License-Identifier: MIT */
#ifndef WEB_TEMPLATE_H
#define WEB_TEMPLATE_H

#include "base/buf.h"
#include "base/ctx.h"
#include "web/view.h"

struct templates;	/* all of a program, compiled per language */

/* Opens the folders (site's first). Templates are compiled at first use and
 * kept; opening again after SIGHUP forgets them. Addresses in them are those
 * of a site at the root of its host: path is put before each ("" none). */
struct templates *templates_open(struct arena *, const char *site,
	    const char *installed, const char *path);
/* Compiles every template in every language; NULL or one line a fault. */
const char *templates_check(struct templates *, struct arena *);
/* The sentences of the installed templates as a catalogue template (.pot). */
const char *templates_sentences(struct templates *, struct arena *);
/* Compiles those of one folder ("casework") and "shared" beforehand, so that
 * the workers share them. Faults show at first use. */
void	 templates_warm(struct templates *, const char *folder);

/* The form side of a page: what d:field, d:error and <form method="post">
 * need. All by call-back, so that the engine knows no request. */
struct template_form {
	void *request;
	/* What was typed, else started. NULL: neither; "" for a field that
	 * a refused POST came without, so that a box stays unticked. */
	const char *(*value)(void *request, const char *field);
	const char *(*mistake)(void *request, const char *field); /* or NULL */
	const char *csrf;	/* hidden inputs of every POST form */
	const char *form_key;
	const char *why;	/* of a refused POST shown again, or NULL */
};

/* Appends the page. ERR_BROKEN (logged) for a fault in the template. */
enum err template_render(struct templates *, struct ctx *, const char *name,
	    const struct view *, const struct template_form *,
	    struct buf *out);

#endif
