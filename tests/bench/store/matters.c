/* SPDX-License-Identifier: MIT */
/* Dossiers: the rows of each, its log and its search words. */
#include <string.h>

#include "base/digest.h"
#include "domain/type/casetype.h"
#include "matter.h"
#include "matter_dates.h"
#include "model/right.h"
#include "text/fold.h"
#include "words.h"

struct matters {
	struct make *m;
	struct load dossiers, stays, values, parties, tasks, notes, documents,
	    versions, search, grants, walls, plan;
	struct matter_dates *dates;
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
	    " closed, due, quiet, heard, touched, things, compartment, seq,"
	    " head");
	load_start(&s->stays, cx, "dossier_phase",
	    "dossier, no, phase, entered, left_at, actor");
	load_start(&s->values, cx, "field_value",
	    "dossier, field, no, text, text_key, number, date");
	load_start(&s->parties, cx, "party",
	    "id, dossier, no, person, role, added");
	load_start(&s->tasks, cx, "task", "id, dossier, no, title, owner,"
	    " team, due, created, done, done_by, item, used, compartment");
	load_start(&s->plan, cx, "plan_item", "dossier, no, parent, used,"
	    " kind, state, resumes, required, round, since, rings,"
	    " rounds_left, cycle, task");
	load_start(&s->notes, cx, "note",
	    "id, dossier, no, text, author, written, compartment");
	load_start(&s->documents, cx, "document", "id, dossier, no, name,"
	    " name_key, kind, dated, media_type, bytes, sha256, added,"
	    " actor, compartment");
	load_start(&s->versions, cx, "document_version", "document, version,"
	    " name, media_type, bytes, sha256, added, actor");
	load_start(&s->search, cx, "dossier_search",
	    "dossier, words, scope");
	load_start(&s->grants, cx, "viewer_grant",
	    "viewer, dossier, level, until");
	load_start(&s->walls, cx, "viewer_wall", "viewer, dossier");
	s->dates = matter_dates_start(m);
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
	load_flush(&s->plan);
	matter_dates_flush(s->dates);
	chain_flush(&s->log);
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

/* In the order of their codes, as search reads them. */
static void
fields(struct matters *s, struct matter *x)
{
	struct make *m = s->m;
	struct arena *a = m->cx.arena;
	const char *amount = arena_printf(a, "%lld EUR",
	    (long long)(100 + make_dice(m, 500000)));
	const char *due = matter_day(a, x->is_closed ? x->received +
	    30 * MAKE_DAY : matter_due(m));

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
	const struct store_plan_item *of;
	int64_t i;

	for (i = 0; i < MATTER_TASKS && !x->tray; i++) {
		of = x->task_item[i];
		load_row(&s->tasks, db_i(x->id * MATTER_TASKS - i), db_i(x->id),
		    db_i(NO_TASK + i), db_t(x->task[i]),
		    db_i0(x->task_owner[i]), db_i0(x->task_owner[i] == 0 ?
		    x->team : 0), db_i(x->task_due[i]),
		    db_i(x->received + 2 * x->step), db_i0(x->task_done[i]),
		    db_i0(x->task_done[i] == 0 ? 0 : x->lead),
		    db_i(of == NULL ? 0 : of->no),
		    db_t(of == NULL ? "" : of->used),
		    db_i(i == MATTER_PART_TASK && !x->is_closed ? x->part :
		    0));
	}
}

static void
papers(struct matters *s, const struct matter *x)
{
	static const char *const types[] = { "application/pdf",
	    "text/plain" };
	struct make *m = s->m;
	int64_t i, id, at, added;

	for (i = 0; i < MATTER_DOCUMENTS; i++) {
		id = x->id * MATTER_DOCUMENTS - i;
		at = 2 * make_dice(m, 3) + i;
		added = x->received + (3 + i) * x->step;
		load_row(&s->documents, db_i(id), db_i(x->id),
		    db_i(NO_DOCUMENT + i), db_t(x->document[i]),
		    db_t(fold(m->cx.arena, x->document[i])), db_t("letter"),
		    db_t(matter_day(m->cx.arena, added)), db_t(types[i]),
		    db_i(m->files[at].bytes), db_t(m->files[at].sha256),
		    db_i(added), db_i0(x->lead),
		    db_i(i == MATTER_PART_DOCUMENT ? x->part : 0));
		load_row(&s->versions, db_i(id), db_i(1),
		    db_t(x->document[i]), db_t(types[i]),
		    db_i(m->files[at].bytes), db_t(m->files[at].sha256),
		    db_i(added), db_i0(x->lead));
	}
	load_row(&s->notes, db_i(x->id * 2 - 1), db_i(x->id), db_i(NO_NOTE),
	    db_t(x->text), db_null(), db_i(x->received + 600), db_i(0));
	load_row(&s->notes, db_i(x->id * 2), db_i(x->id), db_i(NO_LAST_NOTE),
	    db_t(x->last_note), db_i0(x->lead),
	    db_i(x->received + 9 * x->step), db_i(x->part));
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
	prose = fold_words(a, x->part == 0 ? arena_printf(a, "%s %s %s %s",
	    x->text, x->document[0], x->document[1], x->last_note) :
	    arena_printf(a, "%s %s", x->text, x->document[1]));
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
	    db_i(x->due), db_i(x->quiet), db_i(x->received),
	    db_i(x->touched), db_i(NO_SERVICE), db_i(x->compartment),
	    db_i(s->log.e.seq), db_b(arena_copy(a, s->log.e.hash,
	    DIGEST_SIZE), DIGEST_SIZE));
}

void
matters_make(struct matters *s, int64_t i)
{
	struct make *m = s->m;
	struct matter *x = &s->x;

	matter_what(m, x, i);
	x->number = make_number(m, arena_printf(m->cx.arena, "%s-%.4s",
	    x->type->prefix, matter_day(m->cx.arena, x->received)), i);
	fields(s, x);
	parties(s, x);
	stays(s, x);
	plan_lay(m, x);
	plan_rows(&s->plan, x);
	tasks(s, x);
	papers(s, x);
	matter_dates_make(s->dates, x);
	found_by(s, x);
	rights(s, x);
	matter_log(m, &s->log, x);
	row(s, x);
	m->total[x->scope]++;
	m->open[x->scope] += !x->is_closed;
}
