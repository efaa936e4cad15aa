/* SPDX-License-Identifier: MIT */
/* The log of a dossier: that of a request that waits, of a case at work, of
 * one that is closed. Nothing of ours needs escaping in JSON. */
#include "matter.h"
#include "model/casetype.h"


#define BODY(...)	arena_printf(a, __VA_ARGS__)

/* The fact that says where it is, as it follows the others. */
static const char *
place(struct make *m, int64_t compartment)
{
	return compartment == 0 ? "" : arena_printf(m->cx.arena,
	    ",\"compartment\":\"%s\"", guards_name(compartment));
}

static void
guard(struct chain *c, int64_t no, int64_t compartment)
{
	if (compartment != 0)
		chain_guard(c, no, compartment);
}

static void
log_begin(struct make *m, struct chain *c, const struct matter *x)
{
	struct arena *a = m->cx.arena;

	chain_begin(c, x->id);
	chain_add(c, "dossier.registered", x->lead, x->received,
	    BODY("{\"fact\":{\"number\":\"%s\",\"type\":\"%s\",\"team\":"
	    "\"%s\",\"medium\":\"web\",\"text\":\"%s\",\"requester\":\"%s\","
	    "\"requester_number\":\"%s\"},\"after\":{\"title\":\"%s\","
	    "\"phase\":\"screening\"}}", x->number, x->type->code,
	    x->team_name, x->text, x->customer->name, x->customer->number,
	    x->title));
}

static void
log_document(struct make *m, struct chain *c, const struct matter *x,
    int64_t i, int64_t at)
{
	struct arena *a = m->cx.arena;
	int64_t part = i == MATTER_PART_DOCUMENT ? x->part : 0;

	chain_add(c, "document.added", x->lead, x->received +
	    at * x->step, BODY("{\"fact\":{\"no\":\"%lld\",\"name\":\"%s\","
	    "\"kind\":\"letter\",\"bytes\":\"%lld\",\"sha256\":\"%s\"%s}}",
	    (long long)(NO_DOCUMENT + i), x->document[i],
	    (long long)m->files[i].bytes, m->files[i].sha256,
	    place(m, part)));
	guard(c, NO_DOCUMENT + i, part);
}

static void
log_note(struct make *m, struct chain *c, const struct matter *x, int64_t at)
{
	struct arena *a = m->cx.arena;

	chain_add(c, "note.added", x->lead, x->received + at * x->step,
	    BODY("{\"fact\":{\"no\":\"%d\",\"text\":\"%s\"%s}}", NO_LAST_NOTE,
	    x->last_note, place(m, x->part)));
	guard(c, NO_LAST_NOTE, x->part);
}

static void
log_task(struct make *m, struct chain *c, const struct matter *x,
    const char *kind, int64_t i, int64_t at)
{
	struct arena *a = m->cx.arena;
	int64_t part = i == MATTER_PART_TASK ? x->part : 0;

	chain_add(c, kind, x->lead, x->received + at * x->step,
	    BODY("{\"fact\":{\"no\":\"%lld\",\"title\":\"%s\"%s}}",
	    (long long)(NO_TASK + i), x->task[i], place(m, part)));
	guard(c, NO_TASK + i, part);
}

static void
log_party(struct make *m, struct chain *c, const struct matter *x)
{
	struct arena *a = m->cx.arena;

	chain_add(c, "party.added", x->lead, x->received + 2 * x->step,
	    BODY("{\"fact\":{\"role\":\"%s\",\"person\":\"%s\",\"number\":"
	    "\"%s\"}}", x->type->roles->next->code, x->other->name,
	    x->other->number));
}

void
matter_log(struct make *m, struct chain *c, const struct matter *x)
{
	struct arena *a = m->cx.arena;
	int64_t k;

	log_begin(m, c, x);
	if (x->compartment != 0)
		chain_add(c, "dossier.protected", x->lead, x->received,
		    BODY("{\"after\":{\"compartment\":\"%s\"}}",
		    guards_name(x->compartment)));
	plan_log(m, c, x);
	if (x->tray) {
		log_party(m, c, x);
		log_document(m, c, x, 0, 3);
		log_document(m, c, x, 1, 4);
		for (k = 5; k <= 10; k++)
			log_note(m, c, x, k);
		return;
	}
	chain_add(c, "dossier.accepted", x->lead, x->received + x->step,
	    BODY("{\"after\":{\"verdict\":\"accepted\",\"phase\":"
	    "\"assessment\"%s%s%s},\"before\":{\"phase\":\"screening\"}}",
	    x->lead == 0 ? "" : ",\"lead\":\"", x->lead_name,
	    x->lead == 0 ? "" : "\""));
	log_party(m, c, x);
	log_document(m, c, x, 0, 3);
	log_document(m, c, x, 1, 4);
	log_task(m, c, x, "task.added", 0, 5);
	chain_add(c, "phase.moved", x->lead, x->received + 6 * x->step,
	    BODY("{\"before\":{\"phase\":\"assessment\"},\"after\":"
	    "{\"phase\":\"%s\"}}", x->phase));
	log_task(m, c, x, "task.done", 0, 8);
	log_note(m, c, x, 9);
	if (x->is_closed)
		chain_add(c, "dossier.closed", x->lead, x->closed,
		    BODY("{\"before\":{\"status\":\"open\"},\"after\":"
		    "{\"status\":\"closed\",\"outcome\":\"%s\"}}",
		    x->outcome));
	else
		log_task(m, c, x, "task.added", 2, 10);
}
