/* SPDX-License-Identifier: MIT */
/* One walk over all leaves, with the seals and the file's lines beside it. */
#include "domain/house/verify_seals.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/merkle.h"
#include "domain/spine/seal.h"
#include "domain/spine/seal_out.h"
#include "store/store_seal.h"
#include "store/store_verify.h"
#include "text/message.h"

#define PAGE 1000

struct walk {
	struct ctx *cx;
	struct ctx small;	/* holds a page of seals */
	struct verify_report *report;
	struct seal *page;	/* the seals to come */
	size_t n, at;
	bool all;		/* no page comes after this one */
	struct seal now, last;	/* .number 0: none under way, none yet */
	struct merkle tree;	/* of .now, so far */
	enum err err;
	/* the file */
	FILE *file;		/* NULL: none */
	const char *path;
	struct seal line;	/* its next, .number 0 after the last */
	int64_t lines, known;	/* lines read; the last seal it knows */
};

static bool
fault(struct walk *w, const char *text)
{
	if (w->report->fault == NULL)
		w->report->fault = text;
	return false;
}

/* A whole line without its end; false at the end of the file. */
static bool
read_line(struct walk *w, char text[SEAL_OUT_LINE], bool *whole)
{
	size_t n;

	if (fgets(text, SEAL_OUT_LINE, w->file) == NULL)
		return false;
	n = strlen(text);
	*whole = n > 0 && text[n - 1] == '\n';
	if (*whole)
		text[n - 1] = '\0';
	w->lines++;
	return true;
}

/* A line that a full disk or a crash cut short stands there once more, or
 * is the last: it will. */
static bool
next_line(struct walk *w)
{
	char text[SEAL_OUT_LINE], cut[SEAL_OUT_LINE] = "";
	int64_t bad = 0;
	bool whole;

	memset(&w->line, 0, sizeof(w->line));
	while (w->file != NULL && read_line(w, text, &whole)) {
		if (strncmp(text, cut, strlen(cut)) != 0)
			break;
		if (whole && seal_out_read(text, &w->line)) {
			w->known = w->line.number;
			return true;
		}
		if (!whole && feof(w->file))
			return true;
		snprintf(cut, sizeof(cut), "%s", text);
		bad = w->lines;
	}
	if (w->file == NULL || (feof(w->file) && *cut == '\0'))
		return true;
	return fault(w, arena_printf(w->cx->arena, _("%s: line %lld is not "
	    "as it was written."), w->path, (long long)bad));
}

static bool
same_seal(const struct seal *a, const struct seal *b)
{
	return a->sealed == b->sealed && a->heads == b->heads &&
	    a->chains == b->chains && a->events == b->events &&
	    digest_same(a->root, b->root, DIGEST_SIZE) &&
	    digest_same(a->hash, b->hash, DIGEST_SIZE);
}

/* The file may begin with any seal, and lacks none after it. */
static bool
check_file(struct walk *w, const struct seal *s)
{
	int64_t number = w->line.number;

	if (number == 0)
		return true;
	if (number > s->number && w->lines == 1)
		return true;
	if (number != s->number)
		return fault(w, arena_printf(w->cx->arena, _("%s: line %lld "
		    "holds seal %lld in the place of seal %lld."), w->path,
		    (long long)w->lines, (long long)number,
		    (long long)s->number));
	if (!same_seal(s, &w->line))
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld of "
		    "the store is not the one in line %lld of %s: the history "
		    "was written anew, or the store is another."),
		    (long long)number, (long long)w->lines, w->path));
	return next_line(w);
}

/* All leaves of the seal under way were seen. */
static bool
finish(struct walk *w)
{
	struct seal *s = &w->now;
	unsigned char h[DIGEST_SIZE];

	if (s->number == 0)
		return true;
	if (s->number != w->last.number + 1)
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld is "
		    "missing."), (long long)(w->last.number + 1)));
	merkle_root(&w->tree, h);
	if ((int64_t)w->tree.leaves != s->heads ||
	    !digest_same(h, s->root, DIGEST_SIZE))
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld: what "
		    "it holds was changed; it had %lld heads, there are "
		    "%lld."), (long long)s->number, (long long)s->heads,
		    (long long)w->tree.leaves));
	seal_hash(&w->small, s, h);
	if (!digest_same(h, s->hash, DIGEST_SIZE))
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld was "
		    "changed."), (long long)s->number));
	if (!digest_same(s->prev, w->last.hash, DIGEST_SIZE))
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld does "
		    "not follow the one before it; one of the two was put "
		    "there later."), (long long)s->number));
	if (!check_file(w, s))
		return false;
	w->last = *s;
	return true;
}

/* Ends the seal under way and begins the next; .now.number is 0 after the
 * last one. */
static bool
advance(struct walk *w)
{
	if (!finish(w))
		return false;
	memset(&w->tree, 0, sizeof(w->tree));
	memset(&w->now, 0, sizeof(w->now));
	if (w->at == w->n && !w->all) {
		arena_reset(w->small.arena);
		w->err = store_seal_list(&w->small, w->last.number == 0 ?
		    INT64_MIN : w->last.number, PAGE, &w->page, &w->n);
		w->at = 0;
		w->all = w->err != OK || w->n < PAGE;
		if (w->err != OK)
			return false;
	}
	if (w->at < w->n)
		w->now = w->page[w->at++];
	return true;
}

static bool
see_head(void *to, int64_t seal, const struct seal_head *h)
{
	struct walk *w = to;

	while (w->now.number != 0 && w->now.number < seal)
		if (!advance(w))
			return false;
	if (w->now.number != seal)
		return fault(w, arena_printf(w->cx->arena, _("Seal %lld is "
		    "missing; what it held is there."), (long long)seal));
	seal_leaf(&w->tree, h);
	return true;
}

/* What the last seal says of all, and what the chains say themselves. */
static bool
check_sums(struct walk *w)
{
	struct verify_report *r = w->report;

	if (w->last.chains == r->sealed_chains &&
	    w->last.events == r->sealed_events)
		return true;
	return fault(w, arena_printf(w->cx->arena, _("Seal %lld covers %lld "
	    "events of %lld chains, but the chains are sealed up to %lld "
	    "events of %lld."), (long long)w->last.number,
	    (long long)w->last.events, (long long)w->last.chains,
	    (long long)r->sealed_events, (long long)r->sealed_chains));
}

static bool
check_file_end(struct walk *w)
{
	if (w->file == NULL)
		return true;
	while (w->line.number != 0)
		if (!next_line(w))
			return false;
	if (w->known > w->last.number)
		return fault(w, arena_printf(w->cx->arena, _("The store ends "
		    "at seal %lld, %s knows %lld: the store was exchanged "
		    "for an older one, or its end was cut off."),
		    (long long)w->last.number, w->path,
		    (long long)w->known));
	w->report->file = w->path;
	if (w->known < w->last.number)
		w->report->note = arena_printf(w->cx->arena, _("%s ends at "
		    "seal %lld; the clock adds what is missing."), w->path,
		    (long long)w->known);
	return true;
}

static bool
walk_all(struct walk *w)
{
	if (!next_line(w) || !advance(w))
		return false;
	w->err = store_verify_heads(w->cx, see_head, w);
	if (w->err != OK || w->report->fault != NULL)
		return false;
	while (w->now.number != 0)
		if (!advance(w))
			return false;
	w->report->seals = w->last.number;
	w->report->sealed = w->last.sealed;
	return check_sums(w) && check_file_end(w);
}

enum err
verify_seals(struct ctx *cx, const char *file, bool asked,
    struct verify_report *report)
{
	struct walk w = { .cx = cx, .small = *cx, .report = report,
	    .path = file };
	int why = 0;

	if (*file != '\0' && (w.file = fopen(file, "re")) == NULL) {
		if (asked)
			return refuse(cx, ERR_INVALID, "%s: %s.", file,
			    strerror(errno));
		why = errno;
	}
	w.small.arena = arena_new();
	walk_all(&w);
	if (why != 0 && report->seals > 0)
		report->note = arena_printf(cx->arena, _("The seals were "
		    "compared with no file: %s: %s."), file, strerror(why));
	if (w.err != OK && w.small.why != NULL)
		cx->why = arena_text(cx->arena, w.small.why);
	arena_free(w.small.arena);
	if (w.file != NULL)
		fclose(w.file);
	return w.err;
}
