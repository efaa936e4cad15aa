/* SPDX-License-Identifier: MIT */
/* Dossiers: what each is, then its rows, its log and its search words. */
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "chain.h"
#include "domain/casetype.h"
#include "make.h"
#include "model/right.h"
#include "text/fold.h"
#include "words.h"

#define YEARS 5			/* that they are spread over */
#define TASKS 4
#define DOCUMENTS 2

/* Things inside a dossier are counted alike: who is which number. */
enum { NO_NOTE = 1, NO_REQUESTER, NO_LEAD, NO_THIRD, NO_TASK,
    NO_DOCUMENT = NO_TASK + TASKS, NO_LAST_NOTE = NO_DOCUMENT + DOCUMENTS };

struct matter {
	int64_t id, scope, team, tongue;
	const struct casetype *type;
	const char *number, *title, *text, *last_note, *team_name;
	const char *status, *phase, *verdict, *outcome;
	int64_t received, step, closed, due, touched;
	int64_t lead, requester, third;		/* rows of person; 0 none */
	const char *lead_name, *lead_number;
	const struct make_person *customer, *other;
	bool restricted, is_closed, tray, granted;
	int64_t field_due;
	const char *values;			/* what finds it of fields */
	const char *task[TASKS], *document[DOCUMENTS];
	int64_t task_due[TASKS], task_done[TASKS], task_owner[TASKS];
};

struct matters {
	struct make *m;
	struct load dossiers, stays, values, parties, tasks, notes, documents,
	    versions, search, grants, walls;
	struct chain log;
	struct matter x;			/* the one under way */
};

struct matters *
matters_start(struct make *m)
{
	struct matters *s = arena_alloc(m->keep, sizeof(*s));
	struct ctx *cx = &m->cx;

	s->m = m;
	load_start(&s->dossiers, cx, "dossier", "id, number, type, type_code,"
	    " scope, restricted, title, title_key, status, phase, outcome,"
	    " verdict, risk, medium, lead, requester, received, opened,"
	    " closed, due, touched, things, seq, head");
	load_start(&s->stays, cx, "dossier_phase",
	    "dossier, no, phase, entered, left_at, actor");
	load_start(&s->values, cx, "field_value",
	    "dossier, field, no, text, text_key, number, date");
	load_start(&s->parties, cx, "party",
	    "id, dossier, no, person, role, added");
	load_start(&s->tasks, cx, "task", "id, dossier, no, title, owner,"
	    " team, due, created, done, done_by");
	load_start(&s->notes, cx, "note",
	    "id, dossier, no, text, author, written");
	load_start(&s->documents, cx, "document", "id, dossier, no, name,"
	    " name_key, kind, dated, media_type, bytes, sha256, added,"
	    " actor");
	load_start(&s->versions, cx, "document_version", "document, version,"
	    " name, media_type, bytes, sha256, added, actor");
	load_start(&s->search, cx, "dossier_search",
	    "dossier, words, scope");
	load_start(&s->grants, cx, "viewer_grant",
	    "viewer, dossier, level, until");
	load_start(&s->walls, cx, "viewer_wall", "viewer, dossier");
	chain_start(&s->log, m);
	return s;
}

void
matters_flush(struct matters *s)
{
	load_flush(&s->dossiers);
	load_flush(&s->stays);
	load_flush(&s->values);
	load_flush(&s->parties);
	load_flush(&s->tasks);
	load_flush(&s->notes);
	load_flush(&s->documents);
	load_flush(&s->versions);
	load_flush(&s->search);
	load_flush(&s->grants);
	load_flush(&s->walls);
	chain_flush(&s->log);
}

/* A tenth of all is in the first, ever fewer in the next. */
static int64_t
a_scope(struct make *m)
{
	return 1 + make_dice(m, MAKE_SCOPES) * make_dice(m, MAKE_SCOPES) /
	    MAKE_SCOPES;
}

/* Somebody of the team; a viewer's own share in the team of theirs. */
static int64_t
a_member(struct make *m, int64_t team)
{
	int64_t at = make_dice(m, MAKE_STAFF + 1);

	if (at == MAKE_STAFF)
		at = team == 1 ? MAKE_ALL : team == 3 ? MAKE_FIFTH :
		    team == MAKE_TEAMS ? MAKE_TEAM : 0;
	else
		at += MAKE_VIEWERS + 1 + (team - 1) * MAKE_STAFF;
	return at == 0 ? MAKE_VIEWERS + 1 + (team - 1) * MAKE_STAFF : at;
}

/* One in twenty is not closed, nearly all of them among the newest. */
static void
what_state(struct make *m, struct matter *x)
{
	static const char *const phases[] = { "assessment", "risk",
	    "planning", "implementation", "followup", "evaluation" };
	bool recent = x->id > m->n * 7 / 10;
	int64_t at = make_dice(m, 1000), age;

	x->tray = recent && at < 5;
	x->is_closed = at >= (recent ? 150 : 7) && !x->granted;
	x->status = x->is_closed ? "closed" :
	    at % 6 == 0 && !x->tray ? "waiting" : "open";
	x->verdict = x->tray ? "" : !x->is_closed || at % 20 != 0 ?
	    "accepted" : at % 40 == 0 ? "solved" : "declined";
	x->phase = x->tray ? "screening" : x->is_closed ? "evaluation" :
	    phases[make_dice(m, 6)];
	x->outcome = !x->is_closed ? "" :
	    strcmp(x->verdict, "accepted") != 0 ? x->verdict :
	    x->type->outcomes->next->code;
	age = MAKE_NOW - x->received;
	x->step = (age < 40 * MAKE_DAY ? age : MAKE_DAY * (5 +
	    make_dice(m, 35))) / 12;
	x->touched = x->received + 10 * x->step;
	x->closed = x->is_closed ? x->touched : 0;
}

static void
who(struct make *m, struct matter *x)
{
	int64_t c = make_dice(m, m->ncustomers), o = make_dice(m,
	    m->ncustomers);

	x->customer = &m->customers[c];
	x->requester = m->first_customer + c;
	x->other = &m->customers[o];
	x->third = m->first_customer + o;
	x->lead = x->tray || (!x->is_closed && make_dice(m, 10) == 0) ? 0 :
	    a_member(m, x->team);
	x->lead_name = x->lead == 0 ? "" : m->staff[x->lead].name;
	x->lead_number = x->lead == 0 ? "" : m->staff[x->lead].number;
}

/* Due moments of what is open lie around now: a quarter has passed. */
static int64_t
a_due(struct make *m)
{
	return MAKE_NOW - 5 * MAKE_DAY + make_dice(m, 20 * MAKE_DAY);
}

static void
what_to_do(struct make *m, struct matter *x)
{
	int64_t i, owner = x->granted ? MAKE_GRANTED : x->lead;

	x->due = MAKE_NEVER;
	for (i = 0; i < TASKS; i++) {
		x->task[i] = words_phrase(m, (int)x->tongue, 3);
		x->task_done[i] = x->is_closed || i < 2 ?
		    x->received + (4 + i) * x->step : 0;
		x->task_owner[i] = i == 3 && !x->granted ? 0 : owner;
		x->task_due[i] = x->task_done[i] != 0 ? x->task_done[i] :
		    make_dice(m, 5) == 0 ? MAKE_NEVER : a_due(m);
		if (x->task_done[i] == 0 && x->task_due[i] < x->due)
			x->due = x->task_due[i];
	}
	for (i = 0; i < DOCUMENTS; i++)
		x->document[i] = arena_printf(m->cx.arena, "%s.%s",
		    words_phrase(m, (int)x->tongue, 2), i == 0 ? "pdf" :
		    "txt");
}

static void
what(struct make *m, struct matter *x, int64_t i)
{
	*x = (struct matter){ .id = i, .scope = a_scope(m), .values = "" };
	x->team = (x->scope + 1) / 2;
	x->team_name = m->teams[x->team];
	x->type = m->types[(x->scope + 1) % 2];
	x->tongue = words_tongue(m);
	x->granted = i % (m->n / MAKE_GRANTS) == m->n / MAKE_GRANTS / 2;
	x->restricted = make_dice(m, 20) == 0;
	x->received = MAKE_NOW - YEARS * 365 * MAKE_DAY - MAKE_DAY +
	    (int64_t)((double)YEARS * 365 * MAKE_DAY * (double)i /
	    (double)m->n);
	x->title = words_phrase(m, (int)x->tongue, 3 + make_dice(m, 4));
	x->text = words_phrase(m, (int)x->tongue, 8 + make_dice(m, 12));
	x->last_note = words_phrase(m, (int)x->tongue, 4 + make_dice(m, 8));
	what_state(m, x);
	who(m, x);
	what_to_do(m, x);
}

/* A field of the type as the programs would keep it. */
static void
value(struct matters *s, struct matter *x, const char *code,
    const char *text)
{
	const struct type_field *f = casetype_field(x->type, code);
	struct ctx *cx = &s->m->cx;
	struct casetype_columns c;

	if (f == NULL)
		log_fatal("no field %s", code);
	make_must(s->m, casetype_columns(cx, f, text, &c));
	load_row(&s->values, db_i(x->id), db_t(code), db_i(0), db_t(text),
	    db_t(c.key), c.has_number ? db_i(c.number) : db_null(),
	    db_t(c.date));
	if (c.words[0] != '\0')
		x->values = arena_printf(cx->arena, "%s %s", x->values,
		    c.words);
	if (c.due != 0 && !x->is_closed && c.due < x->due)
		x->due = c.due;
}

static const char *
day(struct arena *a, int64_t moment)
{
	time_t t = (time_t)moment;
	struct tm tm;

	gmtime_r(&t, &tm);
	return arena_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900,
	    tm.tm_mon + 1, tm.tm_mday);
}

/* In the order of their codes, as search reads them. */
static void
fields(struct matters *s, struct matter *x)
{
	struct make *m = s->m;
	struct arena *a = m->cx.arena;
	const char *amount = arena_printf(a, "%lld EUR",
	    (long long)(100 + make_dice(m, 500000)));
	const char *due = day(a, x->is_closed ? x->received + 30 * MAKE_DAY :
	    a_due(m));

	if (x->type == m->types[0]) {
		static const char *const subjects[] = { "product", "service",
		    "delivery", "billing", "conduct", "waiting", "privacy" };

		value(s, x, "amount", amount);
		value(s, x, "answer_by", due);
		value(s, x, "first_contact", "phone");
		value(s, x, "reference", arena_printf(a, "K-%06lld",
		    (long long)make_dice(m, 1000000)));
		value(s, x, "subject", subjects[make_dice(m, 7)]);
	} else {
		value(s, x, "channel", "internet");
		value(s, x, "cost", amount);
		value(s, x, "deadline", due);
		value(s, x, "parcel", arena_printf(a, "%lld",
		    (long long)make_dice(m, 1000000)));
		value(s, x, "site", words_phrase(m, (int)x->tongue, 2));
	}
}

static void
parties(struct matters *s, const struct matter *x)
{
	int64_t id = x->id * 3 - 2, opened = x->received + 600;

	load_row(&s->parties, db_i(id), db_i(x->id), db_i(NO_REQUESTER),
	    db_i(x->requester), db_t("requester"), db_i(opened));
	if (x->lead != 0)
		load_row(&s->parties, db_i(id + 1), db_i(x->id),
		    db_i(NO_LEAD), db_i(x->lead), db_t("lead"),
		    db_i(x->received + x->step));
	load_row(&s->parties, db_i(id + 2), db_i(x->id), db_i(NO_THIRD),
	    db_i(x->third), db_t(x->type->roles->next->code),
	    db_i(x->received + 2 * x->step));
}

static void
stays(struct matters *s, const struct matter *x)
{
	int64_t second = x->received + x->step, third = x->received +
	    6 * x->step;
	bool moved = strcmp(x->phase, "assessment") != 0;

	load_row(&s->stays, db_i(x->id), db_i(1), db_t("screening"),
	    db_i(x->received), db_i0(x->tray ? 0 : second), db_null());
	if (x->tray)
		return;
	load_row(&s->stays, db_i(x->id), db_i(2), db_t("assessment"),
	    db_i(second), db_i0(moved ? third : x->closed), db_i0(x->lead));
	if (moved)
		load_row(&s->stays, db_i(x->id), db_i(3), db_t(x->phase),
		    db_i(third), db_i0(x->closed), db_i0(x->lead));
}

static void
tasks(struct matters *s, const struct matter *x)
{
	int64_t i;

	for (i = 0; i < TASKS && !x->tray; i++)
		load_row(&s->tasks, db_i(x->id * TASKS - i), db_i(x->id),
		    db_i(NO_TASK + i), db_t(x->task[i]),
		    db_i0(x->task_owner[i]), db_i0(x->task_owner[i] == 0 ?
		    x->team : 0), db_i(x->task_due[i]),
		    db_i(x->received + 2 * x->step), db_i0(x->task_done[i]),
		    db_i0(x->task_done[i] == 0 ? 0 : x->lead));
}

static void
papers(struct matters *s, const struct matter *x)
{
	static const char *const types[] = { "application/pdf",
	    "text/plain" };
	struct make *m = s->m;
	int64_t i, id, at, added;

	for (i = 0; i < DOCUMENTS; i++) {
		id = x->id * DOCUMENTS - i;
		at = 2 * make_dice(m, 3) + i;
		added = x->received + (3 + i) * x->step;
		load_row(&s->documents, db_i(id), db_i(x->id),
		    db_i(NO_DOCUMENT + i), db_t(x->document[i]),
		    db_t(fold(m->cx.arena, x->document[i])), db_t("letter"),
		    db_t(day(m->cx.arena, added)), db_t(types[i]),
		    db_i(m->files[at].bytes), db_t(m->files[at].sha256),
		    db_i(added), db_i0(x->lead));
		load_row(&s->versions, db_i(id), db_i(1),
		    db_t(x->document[i]), db_t(types[i]),
		    db_i(m->files[at].bytes), db_t(m->files[at].sha256),
		    db_i(added), db_i0(x->lead));
	}
	load_row(&s->notes, db_i(x->id * 2 - 1), db_i(x->id), db_i(NO_NOTE),
	    db_t(x->text), db_null(), db_i(x->received + 600));
	load_row(&s->notes, db_i(x->id * 2), db_i(x->id), db_i(NO_LAST_NOTE),
	    db_t(x->last_note), db_i0(x->lead),
	    db_i(x->received + 9 * x->step));
}

/* As store_search_write() would: folded words, then what prose adds. */
static void
found_by(struct matters *s, const struct matter *x)
{
	struct arena *a = s->m->cx.arena;
	const char *words, *prose, *more;

	words = fold_words(a, arena_printf(a, "%s %s %s %s %s %s%s%s%s %s %s",
	    x->number, x->title, x->values, x->customer->name,
	    x->customer->number, x->lead_name, x->lead == 0 ? "" : " ",
	    x->lead_number, x->lead == 0 ? "" : " ", x->other->name,
	    x->other->number));
	prose = fold_words(a, arena_printf(a, "%s %s %s %s", x->text,
	    x->document[0], x->document[1], x->last_note));
	more = fold_words_new(a, words, prose);
	load_row(&s->search, db_i(x->id), db_t(more[0] == '\0' ? words :
	    arena_printf(a, "%s %s", words, more)), db_t(arena_printf(a,
	    "%lld", (long long)x->scope)));
}

static void
rights(struct matters *s, const struct matter *x)
{
	if (x->lead != 0)
		load_row(&s->grants, db_i(x->lead), db_i(x->id),
		    db_i(LEVEL_MANAGE), db_i(MAKE_NEVER));
	if (x->granted)
		load_row(&s->grants, db_i(MAKE_GRANTED), db_i(x->id),
		    db_i(LEVEL_WORK), db_i(MAKE_NEVER));
	if (x->id % 1000 == 500 && x->lead != MAKE_ALL)
		load_row(&s->walls, db_i(MAKE_ALL), db_i(x->id));
}

/* {"fact":{"no":"5","title":"..."}}: nothing of ours needs escaping. */
#define BODY(...)	arena_printf(a, __VA_ARGS__)

static void
log_begin(struct matters *s, const struct matter *x)
{
	struct arena *a = s->m->cx.arena;

	chain_begin(&s->log, x->id);
	chain_add(&s->log, "dossier.registered", x->lead, x->received,
	    BODY("{\"fact\":{\"number\":\"%s\",\"type\":\"%s\",\"team\":"
	    "\"%s\",\"medium\":\"web\",\"text\":\"%s\",\"requester\":\"%s\","
	    "\"requester_number\":\"%s\"},\"after\":{\"title\":\"%s\","
	    "\"phase\":\"screening\"}}", x->number, x->type->code,
	    x->team_name, x->text, x->customer->name, x->customer->number,
	    x->title));
}

static void
log_document(struct matters *s, const struct matter *x, int64_t i,
    int64_t at)
{
	struct arena *a = s->m->cx.arena;

	chain_add(&s->log, "document.added", x->lead, x->received +
	    at * x->step, BODY("{\"fact\":{\"no\":\"%lld\",\"name\":\"%s\","
	    "\"kind\":\"letter\",\"bytes\":\"%lld\",\"sha256\":\"%s\"}}",
	    (long long)(NO_DOCUMENT + i), x->document[i],
	    (long long)s->m->files[i].bytes, s->m->files[i].sha256));
}

static void
log_note(struct matters *s, const struct matter *x, int64_t at)
{
	struct arena *a = s->m->cx.arena;

	chain_add(&s->log, "note.added", x->lead, x->received + at * x->step,
	    BODY("{\"fact\":{\"no\":\"%d\",\"text\":\"%s\"}}", NO_LAST_NOTE,
	    x->last_note));
}

static void
log_task(struct matters *s, const struct matter *x, const char *kind,
    int64_t i, int64_t at)
{
	struct arena *a = s->m->cx.arena;

	chain_add(&s->log, kind, x->lead, x->received + at * x->step,
	    BODY("{\"fact\":{\"no\":\"%lld\",\"title\":\"%s\"}}",
	    (long long)(NO_TASK + i), x->task[i]));
}

static void
log_party(struct matters *s, const struct matter *x)
{
	struct arena *a = s->m->cx.arena;

	chain_add(&s->log, "party.added", x->lead, x->received + 2 * x->step,
	    BODY("{\"fact\":{\"role\":\"%s\",\"person\":\"%s\",\"number\":"
	    "\"%s\"}}", x->type->roles->next->code, x->other->name,
	    x->other->number));
}

/* Ten events: those of a request that waits, of one at work, of one done. */
static void
history(struct matters *s, const struct matter *x)
{
	struct arena *a = s->m->cx.arena;
	int64_t k;

	log_begin(s, x);
	if (x->tray) {
		log_party(s, x);
		log_document(s, x, 0, 3);
		log_document(s, x, 1, 4);
		for (k = 5; k <= 10; k++)
			log_note(s, x, k);
		return;
	}
	chain_add(&s->log, "dossier.accepted", x->lead, x->received + x->step,
	    BODY("{\"after\":{\"verdict\":\"accepted\",\"phase\":"
	    "\"assessment\"%s%s%s},\"before\":{\"phase\":\"screening\"}}",
	    x->lead == 0 ? "" : ",\"lead\":\"", x->lead_name,
	    x->lead == 0 ? "" : "\""));
	log_party(s, x);
	log_document(s, x, 0, 3);
	log_document(s, x, 1, 4);
	log_task(s, x, "task.added", 0, 5);
	chain_add(&s->log, "phase.moved", x->lead, x->received + 6 * x->step,
	    BODY("{\"before\":{\"phase\":\"assessment\"},\"after\":"
	    "{\"phase\":\"%s\"}}", x->phase));
	log_task(s, x, "task.done", 0, 8);
	log_note(s, x, 9);
	if (x->is_closed)
		chain_add(&s->log, "dossier.closed", x->lead, x->closed,
		    BODY("{\"before\":{\"status\":\"open\"},\"after\":"
		    "{\"status\":\"closed\",\"outcome\":\"%s\"}}",
		    x->outcome));
	else
		log_task(s, x, "task.added", 2, 10);
}

static void
row(struct matters *s, const struct matter *x)
{
	struct make *m = s->m;
	struct arena *a = m->cx.arena;

	load_row(&s->dossiers, db_i(x->id), db_t(x->number),
	    db_i(x->type->id), db_t(x->type->code), db_i(x->scope),
	    db_i(x->restricted), db_t(x->title), db_t(fold(a, x->title)),
	    db_t(x->status), db_t(x->phase), db_t(x->outcome),
	    db_t(x->verdict), db_i(x->tray ? 0 : make_dice(m, 4)),
	    db_t("web"), db_i0(x->lead), db_i(x->requester),
	    db_i(x->received), db_i(x->received + 600), db_i0(x->closed),
	    db_i(x->due), db_i(x->touched), db_i(NO_LAST_NOTE),
	    db_i(s->log.e.seq), db_b(arena_copy(a, s->log.e.hash,
	    DIGEST_SIZE), DIGEST_SIZE));
}

void
matters_make(struct matters *s, int64_t i)
{
	struct make *m = s->m;
	struct matter *x = &s->x;

	what(m, x, i);
	x->number = make_number(m, arena_printf(m->cx.arena, "%s-%.4s",
	    x->type->prefix, day(m->cx.arena, x->received)), i);
	fields(s, x);
	parties(s, x);
	stays(s, x);
	tasks(s, x);
	papers(s, x);
	found_by(s, x);
	rights(s, x);
	history(s, x);
	row(s, x);
	m->total[x->scope]++;
	m->open[x->scope] += !x->is_closed;
}
