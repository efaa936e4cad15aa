/* SPDX-License-Identifier: MIT */
/* Nouns into views: dossiers, tasks, documents, choices. */
#include <string.h>

#include "base/day.h"
#include "base/digest.h"
#include "casework/shared/exchanges.h"
#include "casework/shared/show.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_merge.h"
#include "domain/course/silence.h"
#include "domain/course/task.h"
#include "domain/desk/presence.h"
#include "domain/dossier/compartment_part.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/label.h"
#include "domain/people/compartment.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/event_get.h"
#include "domain/spine/medium.h"
#include "domain/spine/seal.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "domain/type/document_kind.h"
#include "text/date.h"
#include "text/message.h"
#include "web/facts.h"
#include "web/reply.h"


const char *
show_status(const char *code)
{
	if (strcmp(code, "active") == 0)
		return _("Under way");
	if (strcmp(code, "open") == 0)
		return _("Open");
	if (strcmp(code, "waiting") == 0)
		return _("Waiting");
	return _("Closed");
}

const char *
show_priority(enum priority p)
{
	switch (p) {
	case PRIORITY_LOW:
		return _("Low");
	case PRIORITY_HIGH:
		return _("High");
	default:
		return _("Normal");
	}
}

const char *
show_risk_word(struct request *rq, const struct dossier *d)
{
	const struct term *t = d->type->risks;
	int step;

	for (step = 1; t != NULL && step < d->risk; step++)
		t = t->next;
	return d->risk == 0 || t == NULL ? "" :
	    message_label(&t->label, rq->cx.lang);
}

void
show_dossier(struct request *rq, struct view *v, const struct dossier *d)
{
	struct ctx *cx = &rq->cx;
	bool closed = strcmp(d->status, "closed") == 0;
	bool late = !closed && d->due != 0 && d->due < cx->now;
	bool work = d->level >= LEVEL_WORK;
	const struct dossier_label *l;
	struct view *item;

	view_text(v, "number", d->number);
	view_text(v, "title", d->title);
	view_text(v, "type", message_label(&d->type->label, cx->lang));
	view_text(v, "team", d->team_name);
	view_text(v, "status", show_status(d->status));
	view_flag(v, "open", strcmp(d->status, "open") == 0);
	view_flag(v, "waiting", strcmp(d->status, "waiting") == 0);
	view_flag(v, "closed", closed);
	view_flag(v, "unscreened", !closed && d->verdict[0] == '\0');
	view_text(v, "phase", d->phase[0] == '\0' ? "" :
	    casetype_word(cx, d->type->phases, d->phase));
	view_text(v, "outcome", d->outcome[0] == '\0' ? "" :
	    dossier_outcome(cx, d->type, d->outcome));
	facts_show_risk(rq, v, d);
	view_text(v, "lead", d->lead_name);
	view_flag(v, "mine", d->lead != 0 && d->lead == cx->viewer);
	view_text(v, "requester", d->requester);
	view_text(v, "requester_role",
	    casetype_word(cx, d->type->roles, "requester"));
	view_text(v, "medium", medium_word(d->medium));
	for (l = d->labels; l != NULL; l = l->next) {
		item = view_item(v, "labels");
		view_text(item, "code", l->code);
		view_text(item, "name", l->name);
	}
	view_moment(v, "received", d->received);
	view_moment(v, "opened", d->opened);
	view_moment(v, "closed_at", d->closed);
	view_moment(v, "touched", d->touched);
	view_moment(v, "due", d->due);
	view_flag(v, "late", late);
	view_text(v, "silent", silence_words(cx, d));
	view_flag(v, "soon", !closed && !late && d->due != 0 &&
	    d->due < cx->now + DATE_SOON);
	view_text(v, "within", compartment_word(d->compartment_name == NULL ?
	    "" : d->compartment_name));
	view_flag(v, "restricted", d->restricted);
	view_flag(v, "may_work", work);
	view_flag(v, "may_manage", d->level >= LEVEL_MANAGE);
}

enum err
show_presence(struct request *rq, const struct dossier *d)
{
	const char *names = "";
	struct person *p;
	int n = 0;
	enum err e;

	if ((e = presence_others(&rq->cx, d, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next, n++)
		names = arena_printf(rq->cx.arena, "%s%s%s", names,
		    n == 0 ? "" : ", ", p->name);
	view_text(rq->view, "here", names);
	view_int(rq->view, "here_count", n);
	return OK;
}

enum err
show_open(struct request *rq, struct dossier **out)
{
	struct view *v;
	enum err e;

	if ((e = dossier_open(&rq->cx, rq->number, rq->level, out)) != OK)
		return e;
	if ((e = dossier_load(&rq->cx, *out)) != OK ||
	    (e = label_of(&rq->cx, *out)) != OK)
		return e;
	v = view_part(rq->view, "dossier");
	show_dossier(rq, v, *out);
	view_text(v, "age", date_span(rq->cx.arena, rq->cx.lang,
	    ((*out)->closed != 0 ? (*out)->closed : rq->cx.now) -
	    (*out)->received));
	return show_presence(rq, *out);
}

void
show_task(struct request *rq, struct view *v, const struct task *t)
{
	bool mine = t->owner != 0 && t->owner == rq->cx.viewer;
	bool late = task_is_late(&rq->cx, t);

	view_int(v, "no", t->no);
	view_text(v, "title", t->shown);
	view_text(v, "owner", t->owner_name);
	view_text(v, "team", t->team_name);
	view_text(v, "who", t->owner != 0 ? t->owner_name : t->team_name);
	view_text(v, "delegator", t->delegator_name);
	view_text(v, "instructions", t->shown_help);
	view_text(v, "result", t->result);
	view_text(v, "priority", show_priority(t->priority));
	view_flag(v, "high", t->priority == PRIORITY_HIGH);
	view_flag(v, "low", t->priority == PRIORITY_LOW);
	view_moment(v, "due", t->due);
	view_moment(v, "created", t->created);
	view_moment(v, "done", t->done);
	view_text(v, "done_by", t->done_by);
	view_flag(v, "late", late);
	view_flag(v, "soon", t->done == 0 && !late && t->due != 0 &&
	    t->due < rq->cx.now + DATE_SOON);
	view_flag(v, "mine", mine);
	view_flag(v, "claimable", t->done == 0 && t->owner == 0 &&
	    !t->approval);
	view_flag(v, "releasable", t->done == 0 && mine && t->team != 0);
	view_text(v, "dossier", t->dossier_number);
	view_text(v, "dossier_title", t->dossier_title);
	view_text(v, "stage_of", t->stage);
	view_text(v, "within", compartment_word(t->compartment_name));
	view_flag(v, "needed", t->required && t->done == 0);
	view_text(v, "ended", t->ended[0] == '\0' ? "" :
	    strcmp(t->ended, "suspended") == 0 ? _("on hold") : _("ended"));
}

enum err
show_protect(struct request *rq, const struct dossier *d)
{
	bool any = false;
	enum err e = d->level < LEVEL_WORK ? OK :
	    compartment_any(&rq->cx, &any);

	view_flag(rq->view, "may_protect", any);
	return e;
}

enum err
show_hidden(struct request *rq, const struct dossier *d,
    enum compartment_kind kind)
{
	int64_t n = 0;
	enum err e = !d->type->protected_counted ? OK :
	    compartment_part_hidden(&rq->cx, d, kind, &n);

	view_int(rq->view, "hidden", n);
	return e;
}

void
show_bytes(struct request *rq, struct view *v, const char *sha256,
    size_t bytes)
{
	enum document_bytes how = document_bytes_look(&rq->cx, sha256, bytes);

	view_flag(v, "missing", how == BYTES_MISSING);
	view_flag(v, "altered", how == BYTES_ALTERED);
}

void
show_document(struct request *rq, struct view *v, const struct dossier *d,
    const struct document *f)
{
	view_int(v, "no", f->no);
	view_text(v, "name", f->name);
	view_text(v, "kind",
	    document_kind_word(&rq->cx, d->type, f->kind));
	view_text(v, "dated", f->dated);
	view_int(v, "bytes", (int64_t)f->bytes);
	show_bytes(rq, v, f->sha256, f->bytes);
	view_moment(v, "added", f->added);
	view_text(v, "added_by", f->added_by);
	view_int(v, "versions", f->versions);
	view_flag(v, "revised", f->versions > 1);
	view_moment(v, "withdrawn", f->withdrawn);
	view_text(v, "withdrawn_by", f->withdrawn_by);
	view_text(v, "withdrawn_why", f->withdrawn_why);
	view_text(v, "within", compartment_word(f->compartment_name));
	view_flag(v, "held", f->held);
	exchanges_show(v, f->with, f->way, f->medium, f->exchanged);
}

void
show_document_kinds(struct request *rq, const struct dossier *d)
{
	const char *code;
	size_t n;

	for (n = 0; (code = document_kind(d->type, n)) != NULL; n++)
		view_text(view_item(rq->view, "papers"), "word",
		    document_kind_word(&rq->cx, d->type, code));
}

void
show_event(struct request *rq, struct view *v, const struct dossier *d,
    const struct event *ev)
{
	struct timeline_change *c;
	const char *text = "";
	struct view *item;

	view_moment(v, "happened", ev->happened);
	view_moment(v, "recorded", ev->recorded);
	/* Not of what came with the registration: its date stands above. */
	view_flag(v, "entered_later", ev->recorded > ev->happened + DAY &&
	    ev->recorded > d->opened + 60);
	view_text(v, "actor", ev->actor);
	view_text(v, "for_whom", ev->for_whom);
	view_text(v, "other", ev->other);
	if (strcmp(ev->kind, "note.added") == 0)	/* told in full */
		text = event_get(&rq->cx, ev, "fact", "text");
	view_text(v, "sentence", text[0] != '\0' ? _("Note") :
	    timeline_sentence(&rq->cx, d->type, ev));
	view_text(v, "text", text);
	if (ev->then != NULL)
		view_text(v, "then", timeline_then(&rq->cx, d->type,
		    ev->then));
	if (strncmp(ev->kind, "decision.", 9) == 0)
		view_text(v, "decision", event_get(&rq->cx, ev, "fact",
		    "no"));
	if (strncmp(ev->kind, "approval.", 9) == 0)
		view_text(v, "approval", event_get(&rq->cx, ev, "fact",
		    "no"));
	if (strcmp(ev->kind, "handover.accepted") == 0) {
		view_text(v, "handover", event_get(&rq->cx, ev, "fact",
		    "handover"));
		view_text(v, "sheet", event_get(&rq->cx, ev, "fact",
		    "sheet"));
	}
	view_text(v, "why", timeline_why(&rq->cx, ev));
	for (c = timeline_changes(&rq->cx, d->type, ev); c != NULL;
	    c = c->next) {
		item = view_item(v, "changes");
		view_text(item, "label", c->label);
		view_flag(item, "computed", c->computed);
		view_text(item, "before", c->before);
		view_text(item, "after", c->after[0] == '\0' ? "–" : c->after);
	}
}

void
show_entry(struct request *rq, const struct dossier *d,
    const struct event *ev, struct undo_marks **marks)
{
	struct view *v = view_item(rq->view, "history");

	show_event(rq, v, d, ev);
	view_text(v, "undo", undo_act_mark(&rq->cx, d, ev->seq, marks));
}

enum err
show_moved(struct request *rq, const struct dossier *d, enum err e,
    const char *place, const char *page)
{
	const char *number;
	int64_t no;

	if (e != ERR_MISSING ||
	    dossier_merge_moved(&rq->cx, d, rq->no, &number, &no) != OK)
		return e;
	return reply_redirect(rq, "/dossiers/%s/%s/%lld%s", number, place,
	    (long long)no, page);
}

enum err
show_seal(struct request *rq, const struct dossier *d)
{
	struct seal s;
	int64_t later;
	struct view *v;
	enum err e;

	if ((e = seal_of(&rq->cx, d, &s, &later)) != OK || s.number == 0)
		return e;
	v = view_part(rq->view, "seal");
	view_int(v, "number", s.number);
	view_moment(v, "made", s.sealed);
	view_text(v, "hash", digest_hex(rq->cx.arena, s.hash,
	    sizeof(s.hash)));
	view_flag(v, "later", later > 0);
	return OK;
}
