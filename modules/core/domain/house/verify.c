/* SPDX-License-Identifier: MIT */
/* The parts one after the other; documents and counts last. */
#include "domain/house/verify.h"

#include "base/config.h"
#include "base/digest.h"
#include "base/file.h"
#include "domain/house/verify_log.h"
#include "domain/house/verify_seals.h"
#include "domain/spine/document_bytes.h"
#include "store/store_verify.h"
#include "store/store_wall_count.h"
#include "text/message.h"

struct walk {
	struct ctx *cx;
	struct arena *small;	/* emptied after each row */
	struct verify_report *report;
};

static bool
fault(struct walk *w, const char *text)
{
	w->report->fault = text;
	return false;
}

/* A disk loses many at once: the first ones are named, all counted. */
static void
lost(struct walk *w, const struct store_verify_document *d, bool there,
    const char *path)
{
	struct verify_report *r = w->report;

	if (r->lost++ < VERIFY_LOST)
		r->lost_text[r->lost - 1] = arena_printf(w->cx->arena,
		    there ? _("%s: the bytes of document %lld were changed: "
		    "%s.") : _("%s: the bytes of document %lld are missing: "
		    "%s."), d->number, (long long)d->no, path);
	r->fault = r->lost_text[0];
}

static bool
see_document(void *to, const struct store_verify_document *d)
{
	unsigned char want[DIGEST_SIZE];
	struct walk *w = to;
	const char *path = document_bytes_path(w->small,
	    w->cx->conf->documents, d->sha256);
	struct file_sum have;
	bool there = file_sum(path, &have);

	if (there && digest_unhex(d->sha256, want, sizeof(want)) &&
	    digest_same(want, have.sha256, sizeof(want)))
		w->report->documents++;
	else
		lost(w, d, there, path);
	arena_reset(w->small);
	return true;
}

static enum err
check_engine(struct ctx *cx, struct walk *w)
{
	const char *said;
	enum err e = store_verify_engine(cx, &said);

	if (e == OK && *said != '\0')
		fault(w, arena_printf(cx->arena, _("The store's file is "
		    "damaged: %s."), said));
	return e;
}

static enum err
check_counts(struct ctx *cx, struct walk *w)
{
	struct store_verify_scope s;
	enum err e = store_verify_scope(cx, &s);

	if (e == OK && *s.type != '\0')
		fault(w, arena_printf(cx->arena, _("%s, %s: %lld open cases "
		    "of %lld are counted, there are %lld of %lld."), s.type,
		    s.team, (long long)s.open, (long long)s.total,
		    (long long)s.is_open, (long long)s.is_total));
	return e;
}

static enum err
check_walls(struct ctx *cx, struct walk *w)
{
	const char *login;
	enum err e = store_wall_count_verify(cx, &login);

	if (e == OK && *login != '\0')
		fault(w, arena_printf(cx->arena, _("%s: what walls hide is "
		    "counted wrongly."), login));
	return e;
}

static enum err
check_led(struct ctx *cx, struct walk *w)
{
	const char *number;
	enum err e = store_verify_led(cx, &number);

	if (e == OK && *number != '\0')
		fault(w, arena_printf(cx->arena, _("%s: its promises are not "
		    "with who leads it."), number));
	return e;
}

static enum err
check_all(struct ctx *cx, struct walk *w, const char *file, bool asked)
{
	const char *const *fault_text = &w->report->fault;
	enum err e;

	if ((e = check_engine(cx, w)) != OK || *fault_text != NULL ||
	    (e = verify_log(cx, w->report)) != OK || *fault_text != NULL ||
	    (e = verify_seals(cx, file, asked, w->report)) != OK ||
	    *fault_text != NULL ||
	    (e = check_counts(cx, w)) != OK || *fault_text != NULL ||
	    (e = check_walls(cx, w)) != OK || *fault_text != NULL ||
	    (e = check_led(cx, w)) != OK || *fault_text != NULL)
		return e;
	return cx->conf == NULL ? OK :
	    store_verify_documents(cx, see_document, w);
}

enum err
verify_store(struct ctx *cx, const char *file, bool asked,
    struct verify_report *out)
{
	struct walk w = { .cx = cx, .small = arena_new(),
	    .report = out };
	enum err e;

	*out = (struct verify_report){ 0 };
	e = check_all(cx, &w, file, asked);
	arena_free(w.small);
	return e;
}
