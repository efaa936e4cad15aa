/* SPDX-License-Identifier: MIT */
/* The sheet of a case that changes hands: what the record says of it, as who
 * reads it may see it, in their language. */
#include <string.h>

#include "base/count.h"
#include "base/digest.h"
#include "domain/course/approval.h"
#include "domain/course/deadline.h"
#include "domain/course/promise.h"
#include "domain/desk/handover.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_words.h"
#include "domain/dossier/party.h"
#include "domain/spine/event.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/type/casetype.h"
#include "text/fold.h"
#include "text/message.h"

#define MANY 30		/* lines of a section */
#define FEW 5
#define SINCE 200	/* entries that are counted */
#define CLIP 300	/* characters of a note */

static const struct {
	const char *code, *word;
} sections[] = {
	{ "state", N_("How it stands") },
	{ "tasks", N_("Open tasks") },
	{ "promises", N_("Open promises") },
	{ "deadlines", N_("Deadlines") },
	{ "waits", N_("Who waits for whom") },
	{ "unread", N_("New since") },
	{ "decisions", N_("Risk and last decisions") },
	{ "notes", N_("Last note") },
	{ "people", N_("People") }
};

const char *
handover_sheet_word(const char *section)
{
	size_t i;

	for (i = 0; i < COUNT(sections); i++)
		if (strcmp(sections[i].code, section) == 0)
			return _(sections[i].word);
	return section;
}

struct writing {
	struct ctx *cx;
	const struct handover *h;
	struct dossier *d;
	struct handover_line **tail;
};

static struct handover_line *
line(struct writing *w, const char *section, const char *text,
    const char *detail)
{
	struct handover_line *l = arena_alloc(w->cx->arena, sizeof(*l));

	l->section = section;
	l->text = text;
	l->detail = detail;
	*w->tail = l;
	w->tail = &l->next;
	return l;
}

/* What it speaks of, which not everybody may see, now or one day. */
static void
of_thing(struct handover_line *l, int64_t no, int64_t compartment)
{
	l->thing = no;
	l->compartment = compartment;
}

static const char *
risk_word(const struct writing *w)
{
	const struct term *t = w->d->type->risks;
	int step;

	for (step = 1; t != NULL && step < w->d->risk; step++)
		t = t->next;
	return w->d->risk == 0 || t == NULL ? "" :
	    message_label(&t->label, w->cx->lang);
}

static void
state(struct writing *w)
{
	struct dossier *d = w->d;
	struct handover_line *l;

	line(w, "state", dossier_words_show(w->cx, d->type, "status",
	    d->status), d->phase[0] == '\0' ? "" : casetype_word(w->cx,
	    d->type->phases, d->phase));
	if (d->lead != 0)
		line(w, "state", _("Lead"), d->lead_name);
	l = line(w, "state", d->due == 0 ? _("No next date") :
	    _("Next date"), "");
	l->due = d->due;
}

static void
tasks(struct writing *w)
{
	const struct task *t;
	struct handover_line *l;
	int n = 0;

	for (t = w->d->tasks; t != NULL && n < MANY; t = t->next) {
		if (t->done != 0)
			continue;
		l = line(w, "tasks", t->shown[0] == '\0' ? t->title :
		    t->shown, t->owner != 0 ? t->owner_name : t->team_name);
		l->due = t->due;
		of_thing(l, t->no, t->compartment);
		n++;
	}
}

static enum err
promises(struct writing *w)
{
	struct promise *x;
	struct handover_line *l;
	enum err e;

	if ((e = promise_list(w->cx, w->d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if (x->state != PROMISE_OPEN)
			continue;
		l = line(w, "promises", x->text, x->person_name);
		l->due = x->due;
	}
	return OK;
}

static enum err
deadlines(struct writing *w)
{
	struct deadline *x;
	struct handover_line *l;
	enum err e;

	if ((e = deadline_list(w->cx, w->d, &x)) != OK)
		return e;
	for (; x != NULL; x = x->next) {
		if (!deadline_is_open(x))
			continue;
		l = line(w, "deadlines", deadline_title(w->cx, w->d->type,
		    x), x->state == DEADLINE_PAUSED ? _("paused") :
		    x->state == DEADLINE_UNCHECKED ?
		    _("met, to be confirmed") : "");
		l->due = x->due;
	}
	return OK;
}

/* What was asked of others, and what others get back. */
static enum err
waits(struct writing *w)
{
	struct approval *a;
	const struct task *t;
	struct handover_line *l;
	enum err e;

	if ((e = approval_list(w->cx, w->d, &a)) != OK)
		return e;
	for (; a != NULL; a = a->next)
		if (a->state == APPROVAL_ASKED ||
		    a->state == APPROVAL_RETURNED)
			line(w, "waits", arena_printf(w->cx->arena,
			    a->state == APPROVAL_ASKED ?
			    _("%s waits for an approval: %s") :
			    _("%s is to change a request for approval: %s"),
			    a->asked_by_name, a->subject), "");
	for (t = w->d->tasks; t != NULL; t = t->next) {
		if (t->done != 0 || t->delegator == 0)
			continue;
		l = line(w, "waits", arena_printf(w->cx->arena,
		    _("%s waits for %s: %s"), t->delegator_name,
		    t->owner_name, t->shown[0] == '\0' ? t->title :
		    t->shown), "");
		l->due = t->due;
		of_thing(l, t->no, t->compartment);
	}
	return OK;
}

/* What happened since the giver was last at work on it, as a number: the
 * entries themselves are in the history, for whoever may read them. */
static enum err
unread(struct writing *w)
{
	struct timeline_filter last = { .kinds = "", .limit = 1 };
	struct timeline_filter all = { .kinds = "", .limit = SINCE };
	struct event *own, *ev;
	int64_t seq;
	long n = 0;
	enum err e;

	last.actor = w->h->giver;
	if ((e = dossier_timeline(w->cx, w->d, &last, &own)) != OK ||
	    (e = dossier_timeline(w->cx, w->d, &all, &ev)) != OK)
		return e;
	seq = own == NULL ? 0 : own->seq;
	for (; ev != NULL; ev = ev->next)
		n += ev->seq > seq && strncmp(ev->kind, "handover.",
		    9) != 0;
	if (n > 0)
		line(w, "unread", arena_printf(w->cx->arena, message_plural(
		    "%ld entry of others since %s last worked on it",
		    "%ld entries of others since %s last worked on it", n),
		    n, w->h->giver_name), "");
	return OK;
}

static enum err
decisions(struct writing *w)
{
	struct timeline_filter f = { .kinds = "decision", .limit = FEW };
	const char *risk = risk_word(w);
	struct event *ev;
	enum err e;

	if (risk[0] != '\0')
		line(w, "decisions", _("Risk"), risk);
	if ((e = dossier_timeline(w->cx, w->d, &f, &ev)) != OK)
		return e;
	for (; ev != NULL; ev = ev->next)
		line(w, "decisions", timeline_sentence(w->cx, w->d->type,
		    ev), timeline_why(w->cx, ev));
	return OK;
}

static const char *
clipped(struct ctx *cx, const char *text)
{
	char *s = fold_tidy(cx->arena, text, false);
	size_t i, n = 0;

	for (i = 0; s[i] != '\0'; i++)
		if ((s[i] & 0xc0) != 0x80 && n++ == CLIP) {
			s[i] = '\0';
			return arena_printf(cx->arena, "%s…", s);
		}
	return s;
}

static void
notes_and_people(struct writing *w)
{
	const struct note *n = w->d->notes;
	const struct party *p;

	if (n != NULL)
		of_thing(line(w, "notes", clipped(w->cx, n->text),
		    n->author), n->no, n->compartment);
	for (p = w->d->parties; p != NULL; p = p->next)
		if (p->ended == 0)
			line(w, "people", p->name, party_role(w->cx,
			    w->d->type, p->role));
}

enum err
handover_sheet_write(struct ctx *cx, const struct handover *h,
    struct dossier *d, struct handover_line **out)
{
	struct writing w = { cx, h, d, out };
	enum err e;

	*out = NULL;
	state(&w);
	tasks(&w);
	if ((e = promises(&w)) != OK || (e = deadlines(&w)) != OK ||
	    (e = waits(&w)) != OK || (e = unread(&w)) != OK ||
	    (e = decisions(&w)) != OK)
		return e;
	notes_and_people(&w);
	return OK;
}

const char *
handover_sheet_sum(struct ctx *cx, const struct handover *h,
    const char *dossier, const struct handover_line *l)
{
	struct digest *d = digest_new(cx->arena);
	unsigned char sum[DIGEST_SIZE];

	digest_text(d, "dossier handover 1");
	digest_text(d, h->number);
	digest_text(d, dossier);
	for (; l != NULL; l = l->next) {
		digest_text(d, l->section);
		digest_text(d, l->text);
		digest_text(d, l->detail);
		digest_number(d, l->due);
		digest_number(d, l->compartment);
	}
	digest_end(d, sum);
	return digest_hex(cx->arena, sum, sizeof(sum));
}
