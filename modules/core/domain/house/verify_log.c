/* SPDX-License-Identifier: MIT */
/* One walk over all chains; stops at the first fault. */
#include "domain/house/verify_log.h"

#include <stdio.h>
#include <string.h>

#include "base/count.h"
#include "base/digest.h"
#include "domain/house/verify_approvals.h"
#include "domain/house/verify_clearances.h"
#include "domain/house/verify_consents.h"
#include "domain/house/verify_decisions.h"
#include "domain/house/verify_disclosures.h"
#include "domain/house/verify_forms.h"
#include "domain/house/verify_handovers.h"
#include "domain/house/verify_parts.h"
#include "domain/house/verify_plan.h"
#include "domain/house/verify_releases.h"
#include "domain/house/verify_sealed.h"
#include "domain/house/verify_types.h"
#include "domain/house/verify_walls.h"
#include "domain/spine/event.h"
#include "store/store_verify.h"
#include "text/message.h"

#define SALT 32		/* with another length its end could move */

struct walk {
	struct ctx *cx;
	struct ctx small;	/* its arena is emptied after each row */
	struct verify_report *report;
	struct verify_approvals *approvals;
	struct verify_clearances *clearances;
	struct verify_decisions *decisions;
	struct verify_disclosures *disclosures;
	struct verify_forms *forms;
	struct verify_handovers *handovers;
	struct verify_parts *parts;
	struct verify_plan *plan;
	struct verify_consents *consents;
	struct verify_releases *releases;
	struct verify_sealed *sealed_notes;
	struct verify_types *types;
	struct verify_walls *walls;
	bool inside;		/* a chain is under way */
	int64_t dossier;
	char chain[64];		/* number or topic */
	struct store_event_head last, end;
	int64_t id;		/* of the last row */
	int64_t sealed, said;	/* by the seals, and as its owner says */
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
		    _("%s: it is gone, but its history is there, up to event "
		    "%lld."), w->chain, (long long)w->last.seq));
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
	if (w->sealed != w->said)
		return fault(w, arena_printf(w->cx->arena,
		    _("%s: it is marked as sealed up to event %lld, but seals "
		    "hold it up to event %lld."), w->chain,
		    (long long)w->said, (long long)w->sealed));
	if (w->dossier != 0 && !verify_decisions_chain(w->decisions,
	    w->dossier, w->chain, &w->report->fault))
		return false;
	if (w->dossier != 0 && !verify_approvals_chain(w->approvals,
	    w->dossier, w->chain, &w->report->fault))
		return false;
	if (w->dossier != 0 && !verify_forms_chain(w->forms, w->dossier,
	    w->chain, &w->report->fault))
		return false;
	if (w->dossier != 0 && !verify_handovers_chain(w->handovers,
	    w->dossier, w->chain, &w->report->fault))
		return false;
	if (w->dossier != 0 && !verify_plan_chain(w->plan, w->dossier,
	    w->chain, &w->report->fault))
		return false;
	if (w->dossier != 0 && !verify_sealed_chain(w->sealed_notes,
	    w->chain, &w->report->fault))
		return false;
	w->report->sealed_chains += w->sealed > 0;
	w->report->sealed_events += w->sealed;
	return true;
}

static void
begin_chain(struct walk *w, const struct store_verify_event *v)
{
	w->inside = true;
	w->dossier = v->e.dossier;
	if (!v->owned && v->e.dossier != 0)	/* its number is gone too */
		snprintf(w->chain, sizeof(w->chain), _("The case of row "
		    "%lld"), (long long)v->e.dossier);
	else
		snprintf(w->chain, sizeof(w->chain), "%s",
		    v->owned ? v->chain : v->e.topic);
	w->owned = v->owned;
	w->end = v->end;
	w->said = v->sealed;
	w->sealed = 0;
	w->id = 0;
	memset(&w->last, 0, sizeof(w->last));
	w->report->chains++;
}

static const char *
check_body(struct walk *w, const struct store_event *e)
{
	unsigned char h[DIGEST_SIZE];

	/* Nothing erases words yet, so none may lack. */
	if (e->salt == NULL)
		return arena_printf(w->cx->arena, _("%s: the words of event "
		    "%lld (%s) are missing."), w->chain, (long long)e->seq,
		    e->kind);
	event_commitment(&w->small, e, h);
	if (e->salt_len == SALT && digest_same(h, e->commitment, DIGEST_SIZE))
		return NULL;
	return arena_printf(w->cx->arena, _("%s: the words of event %lld (%s) "
	    "were changed."), w->chain, (long long)e->seq, e->kind);
}

/* The link itself: number, own hash, hash before, body, place. */
static const char *
check_link(struct walk *w, const struct store_verify_event *v)
{
	const struct store_event *e = &v->e;
	unsigned char h[DIGEST_SIZE];
	const char *why;

	if (e->seq != w->last.seq + 1)
		return arena_printf(w->cx->arena, _("%s: event %lld is "
		    "missing."), w->chain, (long long)(w->last.seq + 1));
	event_hash(&w->small, e, h);
	if (v->odd || !digest_same(h, e->hash, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: event %lld (%s) was "
		    "changed."), w->chain, (long long)e->seq, e->kind);
	if (!digest_same(e->prev, w->last.hash, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: event %lld (%s) does "
		    "not follow the one before it; one of the two was put "
		    "there later."), w->chain, (long long)e->seq, e->kind);
	if ((why = check_body(w, e)) != NULL)
		return why;
	if (e->id <= w->id)
		return arena_printf(w->cx->arena, _("%s: the row of event "
		    "%lld (%s) was moved."), w->chain, (long long)e->seq,
		    e->kind);
	if (v->seal != 0 && !digest_same(e->hash, v->held, DIGEST_SIZE))
		return arena_printf(w->cx->arena, _("%s: event %lld (%s) is "
		    "not the one that seal %lld holds; it, or what leads to "
		    "it, was written anew."), w->chain, (long long)e->seq,
		    e->kind, (long long)v->seal);
	return NULL;
}

static bool
same_chain(const struct walk *w, const struct store_event *e)
{
	return w->inside && w->dossier == e->dossier &&
	    (e->dossier != 0 || strcmp(w->chain, e->topic) == 0);
}

static bool
see_event(void *to, const struct store_verify_event *v)
{
	struct walk *w = to;
	const char *why;

	if (!same_chain(w, &v->e)) {
		if (!check_end(w))
			return false;
		begin_chain(w, v);
	}
	if ((why = check_link(w, v)) == NULL) {
		verify_approvals_event(w->approvals, &w->small, &v->e);
		verify_clearances_event(w->clearances, &w->small, &v->e);
		verify_consents_event(w->consents, &w->small, &v->e);
		verify_decisions_event(w->decisions, &w->small, &v->e);
		verify_disclosures_event(w->disclosures, &w->small, &v->e);
		verify_forms_event(w->forms, &w->small, &v->e);
		verify_handovers_event(w->handovers, &w->small, &v->e);
		verify_parts_event(w->parts, &w->small, &v->e);
		verify_plan_event(w->plan, &w->small, &v->e);
		verify_releases_event(w->releases, &w->small, &v->e);
		verify_sealed_event(w->sealed_notes, &w->small, &v->e);
		verify_types_event(w->types, &w->small, &v->e);
		verify_walls_event(w->walls, &w->small, &v->e);
	}
	arena_reset(w->small.arena);
	if (why != NULL)
		return fault(w, why);
	w->id = v->e.id;
	w->last.seq = v->e.seq;
	memcpy(w->last.hash, v->e.hash, DIGEST_SIZE);
	if (v->seal != 0) {
		w->sealed = v->e.seq;
		w->report->leaves++;
	}
	w->report->events++;
	return true;
}

/* What no chain shows: the whole of one gone, an end cut off, words left. */
static enum err
check_absent(struct ctx *cx, struct walk *w)
{
	struct store_verify_lost lost;
	const char *bare;
	int64_t stray;
	enum err e;

	if ((e = store_verify_lost(cx, &lost)) != OK ||
	    (e = store_verify_bare(cx, &bare)) != OK ||
	    (e = store_verify_stray(cx, &stray)) != OK)
		return e;
	if (lost.seal != 0 && *lost.chain != '\0')
		fault(w, arena_printf(cx->arena, _("%s: event %lld is gone, "
		    "which seal %lld holds; its history was cut or written "
		    "anew."), lost.chain, (long long)lost.seq,
		    (long long)lost.seal));
	else if (lost.seal != 0)
		fault(w, arena_printf(cx->arena, _("A whole case is gone (row "
		    "%lld), of which seal %lld holds event %lld."),
		    (long long)lost.dossier, (long long)lost.seal,
		    (long long)lost.seq));
	else if (*bare != '\0')
		fault(w, arena_printf(cx->arena, _("%s: its whole history is "
		    "missing."), bare));
	else if (stray != 0)
		fault(w, arena_printf(cx->arena, _("There are words of an "
		    "event that is not there (row %lld)."),
		    (long long)stray));
	return OK;
}

/* After the last chain. */
static enum err
check_rest(struct walk *w)
{
	struct verify_report *r = w->report;
	enum err e;

	if (!check_end(w))
		return OK;
	if ((e = check_absent(w->cx, w)) != OK || r->fault != NULL ||
	    !verify_approvals_last(w->approvals, &r->fault) ||
	    !verify_decisions_last(w->decisions, &r->fault) ||
	    !verify_forms_last(w->forms, &r->fault) ||
	    !verify_handovers_last(w->handovers, &r->fault) ||
	    !verify_plan_last(w->plan, &r->fault) ||
	    !verify_sealed_last(w->sealed_notes, &r->fault))
		return e;
	if ((e = verify_parts_last(w->parts, &r->fault)) != OK ||
	    r->fault != NULL ||
	    (e = verify_clearances_last(w->clearances, &r->fault)) != OK ||
	    r->fault != NULL ||
	    (e = verify_consents_last(w->consents, &r->fault)) != OK ||
	    r->fault != NULL ||
	    (e = verify_releases_last(w->releases, &r->fault)) != OK ||
	    r->fault != NULL ||
	    (e = verify_disclosures_last(w->disclosures,
	    &r->fault)) != OK || r->fault != NULL ||
	    (e = verify_walls_last(w->walls, &r->fault)) != OK ||
	    r->fault != NULL)
		return e;
	return verify_types_end(w->types, &r->fault);
}

enum err
verify_log(struct ctx *cx, struct verify_report *report)
{
	struct walk w = { .cx = cx, .small = *cx, .report = report,
	    .approvals = verify_approvals_begin(cx),
	    .clearances = verify_clearances_begin(cx),
	    .consents = verify_consents_begin(cx),
	    .decisions = verify_decisions_begin(cx),
	    .disclosures = verify_disclosures_begin(cx),
	    .forms = verify_forms_begin(cx),
	    .handovers = verify_handovers_begin(cx),
	    .parts = verify_parts_begin(cx),
	    .plan = verify_plan_begin(cx),
	    .releases = verify_releases_begin(cx),
	    .sealed_notes = verify_sealed_begin(cx),
	    .types = verify_types_begin(cx),
	    .walls = verify_walls_begin(cx) };
	enum err e, ends[6];
	size_t i;

	w.small.arena = arena_new();
	e = store_verify_events(cx, see_event, &w);
	if (e == OK && report->fault == NULL)
		e = check_rest(&w);
	ends[0] = verify_decisions_end(w.decisions);
	ends[1] = verify_plan_end(w.plan);
	ends[2] = verify_approvals_end(w.approvals);
	ends[3] = verify_forms_end(w.forms);
	ends[4] = verify_handovers_end(w.handovers);
	ends[5] = verify_sealed_end(w.sealed_notes);
	verify_clearances_end(w.clearances);
	verify_consents_end(w.consents);
	verify_releases_end(w.releases);
	verify_disclosures_end(w.disclosures);
	arena_free(w.small.arena);
	for (i = 0; e == OK && i < COUNT(ends); i++)
		e = ends[i];
	return e;
}
