/* SPDX-License-Identifier: MIT */
/* Courts, hearings, counsel and letters of the demo's matters. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "domain/course/clearance.h"
#include "domain/desk/appointment.h"
#include "domain/desk/counsel.h"
#include "domain/desk/docket.h"
#include "domain/desk/proceeding.h"
#include "domain/dossier/document.h"
#include "store/store_party.h"
#include "text/date.h"
#include "tool/tool_demo.h"

static const char *
civil(struct tool_demo *p, int64_t moment)
{
	return date_text(p->cx->arena, "en", p->cx->zone, moment, 0,
	    DATE_INPUT_DAY);
}

/* "court DAY NUMBER COURT": filed on that day after the arrival. */
static enum err
court(struct tool_demo *p, struct dossier *d)
{
	const struct proceeding_new n = { .court = tool_demo_said(p, 3),
	    .reference = p->act->word[2], .judge = "", .ended = "",
	    .result = "", .filed = civil(p, p->began + DAY / 2 +
	    strtoll(p->act->word[1], NULL, 10) * DAY) };
	struct proceeding *x;

	return proceeding_add(p->cx, d, &n, &x);
}

/* "hear DAYS HOUR TITLE": so many days later, before the newest court, which
 * does not sit on weekends. */
static enum err
hear(struct tool_demo *p, struct dossier *d)
{
	int64_t days = strtoll(p->act->word[1], NULL, 10);
	int hour = (int)strtol(p->act->word[2], NULL, 10);
	struct appointment_new n = { .title = tool_demo_said(p, 3),
	    .place = "", .others = "", .note = "", .last = "",
	    .begins = hour * 60, .ends = hour * 60 + 120,
	    .people = &p->cx->viewer, .n = 1 };
	struct proceeding *x;
	struct appointment *a;
	enum err e;

	n.day = civil(p, p->cx->now + days * DAY);
	if (date_weekday_of(date_day(p->cx->now) + days) > 4)
		n.day = civil(p, p->cx->now + (days + 2) * DAY);
	if ((e = proceeding_list(p->cx, d, &x)) != OK)
		return e;
	return proceeding_hearing_add(p->cx, d, x == NULL ? 0 : x->no, &n,
	    &a);
}

static int64_t
in_role(const struct dossier *d, const char *role)
{
	const struct party *y;

	for (y = d->parties; y != NULL; y = y->next)
		if (y->ended == 0 && strcmp(y->role, role) == 0)
			return y->no;
	return 0;
}

#define RULING								\
	"<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/"	\
	"akn/3.0\"><judgment name=\"decision\"><meta>"			\
	"<identification source=\"#x\"><FRBRWork>"			\
	"<FRBRdate date=\"%s\" name=\"decision\"/>"			\
	"<FRBRauthor href=\"#court\"/></FRBRWork></identification>"	\
	"<references source=\"#x\"><TLCOrganization eId=\"court\" "	\
	"href=\"\" showAs=\"%s\"/></references></meta><header><p>"	\
	"<neutralCitation>%s</neutralCitation></p></header>"		\
	"<judgmentBody><decision><paragraph><num>1.</num><content>"	\
	"<p>%s</p></content></paragraph></decision></judgmentBody>"	\
	"</judgment></akomaNtoso>\n"

/* "ruling CITATION TEXT": of the court of the newest proceeding, as a file in
 * Akoma Ntoso. */
static enum err
ruling(struct tool_demo *p, struct dossier *d)
{
	struct document_new n = { .name = "Ruling.xml",
	    .media_type = "application/xml" };
	struct proceeding *x;
	struct document *doc;
	enum err e;

	if ((e = proceeding_list(p->cx, d, &x)) != OK || x == NULL ||
	    (e = tool_demo_paper_write(p, arena_printf(p->cx->arena, RULING,
	    civil(p, p->cx->now), x->court, p->act->word[1],
	    tool_demo_said(p, 2)), &n)) != OK)
		return e;
	return document_add(p->cx, d, &n, &doc);
}

/* "enter NUMBER ROLE TEXT": into the docket of the newest proceeding. */
static enum err
enter(struct tool_demo *p, struct dossier *d)
{
	struct docket_new n = { .number = p->act->word[1], .entered = "",
	    .filed = civil(p, p->cx->now), .text = tool_demo_said(p, 3) };
	struct docket_entry *entry;
	struct proceeding *x;
	enum err e;

	if ((e = store_party_list(p->cx, d)) != OK ||
	    (e = proceeding_list(p->cx, d, &x)) != OK || x == NULL)
		return e;
	n.party = in_role(d, p->act->word[2]);
	return docket_hand_add(p->cx, d, x, &n, &entry);
}

/* "letter WAY MEDIUM ROLE NAME": a file, the newest if it is called so, that
 * came from, or went to, whom. */
static enum err
letter(struct tool_demo *p, struct dossier *d)
{
	const char *name = tool_demo_said(p, 4);
	struct exchange_new x = { .way = p->act->word[1],
	    .medium = p->act->word[2] };
	struct document_filter newest = { .limit = 1 };
	struct document_new n;
	struct document *doc;
	struct exchange *old;
	enum err e;

	if ((e = store_party_list(p->cx, d)) != OK ||
	    (e = document_list(p->cx, d, &newest, &doc)) != OK)
		return e;
	x.party = in_role(d, p->act->word[3]);
	if (x.party == 0)
		x.who = p->act->word[3];
	if (doc != NULL && strcmp(doc->name, name) == 0)
		return (e = exchange_open(p->cx, d, doc->no, &old)) != OK ?
		    e : exchange_change(p->cx, d, old, &x);
	if ((e = tool_demo_file(p, name, name, &n)) != OK)
		return e;
	n.exchange = &x;
	return document_add(p->cx, d, &n, &doc);
}

/* "doubt NAME": looked up, and what is not to be seen is asked about. */
static enum err
doubt(struct tool_demo *p)
{
	const struct clearance_new n = { .names = tool_demo_said(p, 1),
	    .purpose = "" };
	struct clearance *c;
	enum err e;

	if ((e = clearance_typed(p->cx, &n, &c)) != OK ||
	    (e = clearance_open(p->cx, c->number, &c)) != OK || !c->hidden)
		return e;
	return clearance_ask(p->cx, c, NULL);
}

/* "check STATE TEXT": the newest conflict check of the matter is decided; once
 * the officer has answered, where something is not to be seen. */
static enum err
check(struct tool_demo *p, struct dossier *d)
{
	struct clearance *c;
	bool stale;
	enum err e;

	if ((e = clearance_latest(p->cx, d, &c, &stale)) != OK ||
	    ((c == NULL || stale) &&
	    (e = clearance_run(p->cx, d, &c)) != OK) ||
	    (e = clearance_open(p->cx, c->number, &c)) != OK ||
	    c->decided != 0)
		return e;
	return c->hidden && c->asked == 0 ? clearance_ask(p->cx, c, d) :
	    clearance_decide(p->cx, c, d, p->act->word[1],
	    tool_demo_said(p, 2));
}

/* "answer ANSWER REMARK": the officer, to what is asked of matters. */
enum err
tool_demo_matter_answer(struct tool_demo *p)
{
	struct clearance *c;
	enum err e;

	if ((e = clearance_asked(p->cx, 9, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		if (c->dossier != 0 && c->answered == 0 &&
		    (e = clearance_answer(p->cx, c,
		    p->act->word[1], tool_demo_said(p, 2))) != OK)
			return e;
	return OK;
}

enum err
tool_demo_matter(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];
	enum err e;

	*known = true;
	if (strcmp(word, "court") == 0)
		return court(p, d);
	if (strcmp(word, "hear") == 0)
		return hear(p, d);
	if (strcmp(word, "ruling") == 0)
		return ruling(p, d);
	if (strcmp(word, "enter") == 0)
		return enter(p, d);
	if (strcmp(word, "check") == 0)
		return check(p, d);
	if (strcmp(word, "letter") == 0)
		return letter(p, d);
	if (strcmp(word, "doubt") == 0)
		return doubt(p);
	if (strcmp(word, "counsel") == 0) {
		if ((e = store_party_list(p->cx, d)) != OK)
			return e;
		return counsel_add(p->cx, d, in_role(d, p->act->word[1]),
		    in_role(d, p->act->word[2]));
	}
	*known = false;
	return OK;
}
