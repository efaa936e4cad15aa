/* SPDX-License-Identifier: MIT */
/* Who built on what an act did: each such thing is a reason against taking
 * it back. */
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "store/store_docket.h"
#include "store/store_dossier.h"
#include "store/store_timeline.h"
#include "store/store_undo_cell.h"
#include "text/message.h"

#define LATER 200	/* events after an act that are looked at */

static void
reason(struct ctx *cx, struct undo_unit *u, const struct event *by,
    const char *sentence)
{
	struct undo_reason **tail = &u->reasons, *r;

	if (!u->shown) {	/* others' work is not for this person */
		by = NULL;
		sentence = _("Others have worked on it since");
	}
	for (; *tail != NULL; tail = &(*tail)->next)
		if (strcmp((*tail)->sentence, sentence) == 0)
			return;
	*tail = r = arena_alloc(cx->arena, sizeof(*r));
	r->actor = by == NULL ? "" : by->actor;
	r->when = by == NULL ? 0 : by->happened;
	r->sentence = sentence;
}

static bool
begins(const char *s, const char *word)
{
	return strncmp(s, word, strlen(word)) == 0;
}

/* Kinds of events, by their beginnings, that change a cell. */
static const struct family {
	const char *cell, *kinds[7];
} families[] = {
	{ "stay.", { "phase.", "dossier." } },
	{ "value.", { "dossier.changed", "dossier.accepted",
	    "decision.", "clearance." } },
	{ "decided.", { "decision.", "dossier.changed",
	    "dossier.accepted" } },
	{ "approval.", { "approval." } },
	{ "signed.", { "approval." } },
	{ "grant.", { "grant.", "lead.", "dossier.handed_over",
	    "dossier.accepted", "handover." } },
	{ "party.", { "party.", "lead.", "dossier.handed_over",
	    "dossier.accepted", "handover." } },
	{ "role.", { "party.", "lead.", "dossier.handed_over",
	    "dossier.accepted", "handover." } },
	{ "hands.", { "task.", "lead.", "dossier.handed_over",
	    "handover." } },
	{ "made.", { "task." } },
	{ "term.", { "deadline.", "dossier.merged" } },
	{ "deadline.", { "deadline." } },
	{ "span.", { "deadline." } },
	{ "counted.", { "deadline." } },
	{ "promise.", { "promise." } },
	{ "counsel.", { "counsel." } },
	{ "offer.", { "offer.", "dossier.merged" } },
	{ "offered.", { "offer." } },
	{ "problem.", { "problem.", "dossier.merged" } },
	{ "problem_said.", { "problem." } },
	{ "allergy.", { "allergy.", "dossier.merged" } },
	{ "allergy_said.", { "allergy." } },
	{ "medication.", { "medication.", "dossier.merged" } },
	{ "medication_said.", { "medication." } },
	{ "encounter.", { "encounter.", "dossier.merged" } },
	{ "encounter_said.", { "encounter." } },
	{ "alert.", { "alert.", "dossier.merged" } },
	{ "alert_said.", { "alert." } },
	{ "exchange.", { "dossier.merged", "dossier.split" } },
	{ "exchanged.", { "document.exchanged", "note.exchanged" } },
	{ "booking.", { "booking.", "dossier.merged" } },
	{ "booked.", { "booking." } },
	{ "proceeding.", { "proceeding.", "docket.", "dossier.merged" } },
	{ "court.", { "proceeding." } },
	{ "entry.", { "docket.", "dossier.merged" } },
	{ "attached.", { "docket." } },
	{ "appointment.", { "appointment.", "dossier.merged" } },
	{ "attendee.", { "appointment." } },
	{ "exception.", { "appointment." } },
	{ "aim.", { "goal." } },
	{ "step.", { "goal." } },
	{ "measured.", { "goal." } },
	{ "goal.", { "goal.", "dossier.merged" } },
	{ "answer.", { "form." } },
	{ "edition.", { "form." } },
	{ "form.", { "form." } },
	{ "label.", { "label." } },
	{ "link", { "link." } },
	{ ".lead", { "lead.", "dossier.handed_over", "dossier.accepted",
	    "handover." } },
	{ ".scope", { "dossier.handed_over", "dossier.accepted" } },
	{ ".title", { "dossier.changed", "dossier.accepted" } },
	{ ".risk", { "dossier.changed", "dossier.accepted",
	    "decision." } },
	{ ".phase", { "phase.", "dossier.accepted" } },
	{ "row.", { "dossier.", "phase." } },
	{ "item.", { "plan.", "phase.", "task.", "dossier.",
	    "decision.", "clearance." } },
	{ "mark.", { "plan.", "phase.", "task.", "dossier.",
	    "decision.", "clearance." } },
	{ "task.", { "task.", "dossier.merged", "dossier.split" } },
	{ "note.", { "dossier.merged", "dossier.split" } },
	{ "document.", { "dossier.merged", "dossier.split" } }
};

static const struct family *
family_of(const char *key)
{
	size_t i, n = COUNT(families);

	for (i = 0; i < n; i++)
		if (families[i].cell[0] == '.' ? strstr(key,
		    families[i].cell) != NULL && begins(key, "row.") :
		    begins(key, families[i].cell))
			return &families[i];
	return NULL;
}

/* Of tasks and goals, only events of the same one. */
static bool
speaks_of(struct ctx *cx, const struct event *ev, const char *key,
    const struct store_undo_cell *present)
{
	const char *place, *no = event_get(cx, ev, "fact", "no");
	bool goal = begins(ev->kind, "goal.");

	if ((!begins(ev->kind, "task.") && !goal) || no[0] == '\0')
		return true;
	place = arena_printf(cx->arena, "%s.%lld", goal ? "goal" : "task",
	    strtoll(strchr(key, '.') + 1, NULL, 10));
	for (; present != NULL; present = present->next)
		if (strcmp(present->key, place) == 0)
			return store_undo_cell_int(present->value, 1) ==
			    strtoll(no, NULL, 10);
	return true;
}

static void
built_on(struct ctx *cx, struct undo_unit *u, const char *key,
    const struct store_undo_cell *present)
{
	const struct family *f = family_of(key);
	const struct event *ev;
	int i;

	for (ev = u->later; f != NULL && ev != NULL; ev = ev->next)
		for (i = 0; i < 5 && f->kinds[i] != NULL; i++)
			if ((begins(ev->kind, f->kinds[i]) ||
			    strcmp(ev->kind, "act.undone") == 0) &&
			    speaks_of(cx, ev, key, present)) {
				reason(cx, u, ev, timeline_sentence(cx,
				    u->d->type, ev));
				return;
			}
	reason(cx, u, NULL, _("It was changed since"));
}

static bool
is_kind(const struct undo_unit *u, const char *beginning)
{
	return u->events != NULL && begins(u->events->kind, beginning);
}

/* Of a merge or a split, each side gets its own back; what was changed of
 * it since stays changed. */
static bool
is_lenient(const struct undo_unit *u, const char *key)
{
	static const char *const strict[] = { "row.", "task.", "note.",
	    "document.", "exchange.", "party.", "link.", "goal.", "item.",
	    "mark." };
	size_t i;

	if (u->other == NULL || is_kind(u, "link."))
		return false;
	for (i = 0; i < COUNT(strict); i++)
		if (begins(key, strict[i]))
			return false;
	return true;
}

/* What a table made of the facts follows them: it is no work of somebody's,
 * and is decided anew when facts are put back. */
static bool
is_followed(const struct undo_unit *u, const char *key)
{
	const struct event *ev;

	if (begins(key, "followed."))
		return true;
	if (!begins(key, "row.") || strstr(key, ".risk") == NULL ||
	    casetype_decision(u->d->type, TYPE_DECISION_RISK) == NULL)
		return false;
	for (ev = u->events; ev != NULL; ev = ev->next)
		if (strcmp(ev->kind, "decision.overridden") == 0)
			return false;
	return true;
}

/* All of it stays, or none. */
static void
hold_followed(struct undo_unit *u)
{
	struct undo_change *c;
	bool any = false;

	for (c = u->changes; c != NULL; c = c->next)
		any |= c->held && is_followed(u, c->key);
	for (c = u->changes; any && c != NULL; c = c->next)
		c->held |= is_followed(u, c->key);
}

/* A goal goes only with all that hangs on it. */
static bool
carries_more(const struct undo_unit *u, const struct undo_change *c,
    const struct store_undo_cell *p)
{
	const char *id;

	if (!begins(c->key, "goal.") || c->before[0] != '\0')
		return false;
	for (; p != NULL; p = p->next)
		if ((begins(p->key, "step.") || begins(p->key,
		    "measured.")) && undo_act_change(u->changes,
		    p->key) == NULL) {
			id = strchr(p->key, '.') + 1;
			if (strtoll(id, NULL, 10) ==
			    strtoll(c->key + 5, NULL, 10))
				return true;
		}
	return false;
}

/* A proceeding that the act began, and that has a docket since. */
static enum err
has_docket(struct ctx *cx, const struct undo_change *c, bool *out)
{
	*out = false;
	if (!begins(c->key, "proceeding.") || c->before[0] != '\0')
		return OK;
	return store_docket_kept(cx, strtoll(strchr(c->key, '.') + 1, NULL,
	    10), out);
}

static enum err
compare(struct ctx *cx, struct undo_unit *u,
    const struct store_undo_cell *present)
{
	const struct store_undo_cell *p;
	struct undo_change *c;
	bool named, kept;
	enum err e;

	for (c = u->changes; c != NULL; c = c->next) {
		if ((e = store_undo_cell_named(cx, c->key, &named)) != OK ||
		    (e = has_docket(cx, c, &kept)) != OK)
			return e;
		for (p = present; p != NULL; p = p->next)
			if (strcmp(p->key, c->key) == 0)
				break;
		if (named && strcmp(p == NULL ? "" : p->value,
		    c->after) == 0 && !carries_more(u, c, present) && !kept)
			continue;
		if (is_lenient(u, c->key) || is_followed(u, c->key))
			c->held = true;
		else
			built_on(cx, u, c->key, present);
	}
	hold_followed(u);
	return OK;
}

static const struct undo_change *
row_change(struct ctx *cx, const struct undo_unit *u,
    const struct dossier *d, const char *name)
{
	return undo_act_change(u->changes, arena_printf(cx->arena,
	    "row.%lld.%s", (long long)d->id, name));
}

/* The first later event whose kind is one of these, as a reason. */
static bool
later_of(struct ctx *cx, struct undo_unit *u, const char *const *kinds)
{
	const struct event *ev;

	for (; *kinds != NULL; kinds++)
		for (ev = u->later; ev != NULL; ev = ev->next)
			if (begins(ev->kind, *kinds)) {
				reason(cx, u, ev, timeline_sentence(cx,
				    u->d->type, ev));
				return true;
			}
	return false;
}

/* Whether it changed who has access: whom a later restriction let in depends
 * on that. */
static bool
lets_in(const struct undo_unit *u)
{
	const struct undo_change *c;

	for (c = u->changes; c != NULL; c = c->next)
		if (begins(c->key, "grant.") || (begins(c->key, "row.") &&
		    strstr(c->key, ".scope") != NULL))
			return true;
	return false;
}

/* A closed dossier takes no work, and so none of it back; one that is to be
 * closed has no open task, one that is to be screened has none at all. */
static enum err
stays_whole(struct ctx *cx, struct undo_unit *u, const struct dossier *d)
{
	static const char *const closing[] = { "dossier.closed",
	    "dossier.solved", "dossier.declined", "dossier.merged", NULL };
	static const char *const work[] = { "task.", "lead.", "phase.",
	    "dossier.waiting", "dossier.handed_over", "dossier.merged",
	    "dossier.split", NULL };
	static const char *const shut[] = { "dossier.restricted",
	    "dossier.protected", NULL };
	const struct undo_change *status = row_change(cx, u, d, "status"),
	    *verdict = row_change(cx, u, d, "verdict");
	struct task *open = NULL;
	enum err e;

	if (status == NULL && strcmp(d->status, "closed") == 0 &&
	    !is_kind(u, "label.") && !is_kind(u, "link.") &&
	    !later_of(cx, u, closing))
		reason(cx, u, NULL, _("The case is closed"));
	if (verdict != NULL && strcmp(verdict->before, "=") == 0)
		later_of(cx, u, work);
	if ((d->restricted && d->level < LEVEL_WORK) || lets_in(u))
		later_of(cx, u, shut);
	if (status == NULL || strcmp(status->before, "=closed") != 0)
		return OK;
	if ((e = store_dossier_open_tasks(cx, d, 1, &open)) != OK)
		return e;
	if (open != NULL)
		reason(cx, u, NULL, arena_printf(cx->arena,
		    _("The task “%s” is open"), u->shown ? open->title :
		    "…"));
	return OK;
}

/* A task goes back only to who still works on the dossier; where the act
 * took rights away, it gives them back too. */
static enum err
owners_work(struct ctx *cx, struct undo_unit *u)
{
	struct store_dossier_held held;
	const struct undo_change *c;
	int64_t owner;
	enum err e;

	for (c = u->changes; c != NULL; c = c->next)
		if (begins(c->key, "grant.") ||
		    strstr(c->key, ".scope") != NULL)
			return OK;
	for (c = u->changes; c != NULL; c = c->next) {
		owner = store_undo_cell_int(c->before, 0);
		if (!begins(c->key, "hands.") || owner == 0 ||
		    store_undo_cell_int(c->before, 3) != 0)
			continue;
		if ((e = store_dossier_held(cx, u->d, owner, &held)) != OK)
			return e;
		if (held.walled || held.level < LEVEL_WORK)
			reason(cx, u, NULL, arena_printf(cx->arena,
			    _("%s does not work on this case any more"),
			    held.name));
	}
	return OK;
}

/* What the act needed, and whether the viewer still holds it. */
static bool
may(const struct undo_unit *u, const struct dossier *d)
{
	const struct undo_change *c;
	enum level need = LEVEL_WORK;

	for (c = u->changes; c != NULL; c = c->next)
		if (d->restricted && (begins(c->key, "grant.") ||
		    strstr(c->key, ".scope") != NULL))
			need = LEVEL_MANAGE;
	return d->level >= need;
}

static enum err
walled(struct ctx *cx, const struct dossier *d, bool *out)
{
	struct store_dossier_held held;
	enum err e = store_dossier_held(cx, d, cx->viewer, &held);

	*out = held.walled;
	return e;
}

/* That somebody opened a document changes nothing. */
static void
drop_readings(struct event **list)
{
	while (*list != NULL)
		if (strcmp((*list)->kind, "document.sent") == 0)
			*list = (*list)->next;
		else
			list = &(*list)->next;
}

enum err
undo_look(struct ctx *cx, struct undo_unit *u)
{
	struct store_undo_cell *present = NULL;
	bool wall = false;
	enum err e;

	u->shown = u->d->level >= LEVEL_READ &&
	    (u->other == NULL || u->other->level >= LEVEL_READ);
	if ((e = store_timeline_since(cx, u->d, u->seq + 1, LATER,
	    &u->later)) != OK)
		return e;
	drop_readings(&u->later);
	if ((e = store_undo_cell_take(cx, u->d->id, u->parts,
	    &present)) != OK ||
	    (u->other != NULL && (e = store_undo_cell_take(cx, u->other->id,
	    u->parts, &present)) != OK))
		return e;
	if ((e = compare(cx, u, present)) != OK ||
	    (e = stays_whole(cx, u, u->d)) != OK ||
	    (u->other != NULL && (e = stays_whole(cx, u, u->other)) != OK) ||
	    (e = owners_work(cx, u)) != OK ||
	    (e = walled(cx, u->d, &wall)) != OK)
		return e;
	if (wall || (u->rights & ~cx->rights) != 0 ||
	    (!may(u, u->d) && u->held >= LEVEL_WORK) ||
	    (u->other != NULL && !may(u, u->other) &&
	    !is_kind(u, "link.")))
		reason(cx, u, NULL, _("You do not work on this case any "
		    "more"));
	return OK;
}
