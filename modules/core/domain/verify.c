/* SPDX-License-Identifier: MIT */
/* One walk over the log, one over the documents; stops at the first fault. */
#include "domain/verify.h"

#include <stdio.h>
#include <string.h>

#include "base/config.h"
#include "base/digest.h"
#include "domain/document_bytes.h"
#include "domain/event.h"
#include "store/store_event.h"
#include "store/store_verify.h"
#include "text/message.h"

struct walk {
	struct ctx *cx;
	struct ctx small;	/* its arena is emptied after each row */
	struct verify_report *report;
	bool inside;		/* a chain is under way */
	int64_t dossier;
	char chain[64];		/* number or topic */
	struct store_event_head last, end;
	bool owned;
};

static bool
fault(struct walk *w, const char *text)
{
	w->report->fault = text;
	return false;
}

/* Does the chain end where its dossier or topic says? */
static bool
check_end(struct walk *w)
{
	if (!w->inside)
		return true;
	w->inside = false;
	if (!w->owned)
		return fault(w, arena_printf(w->cx->arena,
		    _("There are events of something that is gone; the last "
		    "is event %lld."), (long long)w->last.seq));
	if (w->last.seq < w->end.seq)
		return fault(w, arena_printf(w->cx->arena,
		    _("%s: its history ends at event %lld, but %lld were "
		    "written."), w->chain, (long long)w->last.seq,
		    (long long)w->end.seq));
	if (w->last.seq != w->end.seq ||
	    !digest_same(w->last.hash, w->end.hash, DIGEST_SIZE))
		return fault(w, arena_printf(w->cx->arena,
		    _("%s: its last event %lld is not the one that was "
		    "written last."), w->chain, (long long)w->last.seq));
	return true;
}

static void
begin_chain(struct walk *w, const struct store_event_seen *s)
{
	w->inside = true;
	w->dossier = s->e.dossier;
	snprintf(w->chain, sizeof(w->chain), "%s",
	    s->owned ? s->chain : s->e.topic);
	w->owned = s->owned;
	w->end = s->end;
	memset(&w->last, 0, sizeof(w->last));
	w->report->chains++;
}

/* The link itself: number, own hash, hash before, body. */
static const char *
check_link(struct walk *w, const struct store_event *e)
{
	unsigned char h[DIGEST_SIZE];

	if (e->seq != w->last.seq + 1)
		return arena_printf(w->cx->arena, _("%s: event %lld is "
		    "missing."), w->chain, (long long)(w->last.seq + 1));
	event_hash(&w->small, e, h);
	if (!digest_same(h, e->hash, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: event %lld (%s) was "
		    "changed."), w->chain, (long long)e->seq, e->kind);
	if (!digest_same(e->prev, w->last.hash, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: event %lld (%s) does "
		    "not follow the one before it; one of the two was put "
		    "there later."), w->chain, (long long)e->seq, e->kind);
	if (e->salt == NULL) {
		w->report->erased++;
		return NULL;
	}
	event_commitment(&w->small, e, h);
	if (!digest_same(h, e->commitment, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: the words of event "
		    "%lld (%s) were changed."), w->chain, (long long)e->seq,
		    e->kind);
	return NULL;
}

static bool
same_chain(const struct walk *w, const struct store_event *e)
{
	return w->inside && w->dossier == e->dossier &&
	    (e->dossier != 0 || strcmp(w->chain, e->topic) == 0);
}

static bool
see_event(void *to, const struct store_event_seen *s)
{
	struct walk *w = to;
	const char *why;

	if (!same_chain(w, &s->e)) {
		if (!check_end(w))
			return false;
		begin_chain(w, s);
	}
	why = check_link(w, &s->e);
	arena_reset(w->small.arena);
	if (why != NULL)
		return fault(w, why);
	w->last.seq = s->e.seq;
	memcpy(w->last.hash, s->e.hash, DIGEST_SIZE);
	w->report->events++;
	return true;
}

static bool
see_document(void *to, const struct store_verify_document *d)
{
	unsigned char want[DIGEST_SIZE], have[DIGEST_SIZE];
	struct walk *w = to;
	const char *path = arena_printf(w->small.arena, "%s/%.2s/%.2s/%s",
	    w->cx->conf->documents, d->sha256, d->sha256 + 2, d->sha256);
	bool there = document_bytes_hash(&w->small, path, have);

	arena_reset(w->small.arena);
	if (!there)
		return fault(w, arena_printf(w->cx->arena, _("%s: the bytes "
		    "of document %lld are missing."), d->number,
		    (long long)d->no));
	if (!digest_unhex(d->sha256, want, sizeof(want)) ||
	    !digest_same(want, have, sizeof(want)))
		return fault(w, arena_printf(w->cx->arena, _("%s: the bytes "
		    "of document %lld were changed."), d->number,
		    (long long)d->no));
	w->report->documents++;
	return true;
}

static enum err
check_log(struct ctx *cx, struct walk *w)
{
	const char *bare;
	enum err e;

	if ((e = store_event_walk(cx, see_event, w)) != OK ||
	    w->report->fault != NULL || !check_end(w))
		return e;
	if ((e = store_event_bare(cx, &bare)) == OK && bare[0] != '\0')
		fault(w, arena_printf(cx->arena, _("%s: its whole history is "
		    "missing."), bare));
	return e;
}

enum err
verify_store(struct ctx *cx, struct verify_report *out)
{
	struct walk w = { .cx = cx, .small = *cx, .report = out };
	const char *fault_text;
	enum err e;

	*out = (struct verify_report){ 0 };
	w.small.arena = arena_new();
	if ((e = store_verify_engine(cx, &fault_text)) == OK) {
		if (fault_text[0] != '\0')
			fault(&w, arena_printf(cx->arena, _("The store's file "
			    "is damaged: %s."), fault_text));
		else if ((e = check_log(cx, &w)) == OK &&
		    out->fault == NULL && cx->conf != NULL)
			e = store_verify_documents(cx, see_document, &w);
	}
	arena_free(w.small.arena);
	return e;
}
