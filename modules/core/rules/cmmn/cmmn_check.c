/* SPDX-License-Identifier: MIT */
/* What can never happen in a plan, whatever people do and the data are: found
 * by letting happen all that can, until nothing new does. */
#include "rules/cmmn/cmmn.h"

#include <string.h>

#include "rules/cmmn/cmmn_compile.h"
#include "rules/cmmn/cmmn_life.h"
#include "text/blank.h"

struct can {			/* of a node */
	bool exist, enter, told;
};

struct check {
	const struct cmmn *cmmn;
	struct can *can;	/* by number */
	struct arena *arena;
	const char *file;
	struct cmmn_fault **end;
	const struct cmmn_node **queue;	/* something new can happen to them */
	size_t n, room;
};

static void
push(struct check *c, const struct cmmn_node *n)
{
	const struct cmmn_node **more;

	if (c->n == c->room) {
		c->room = c->room * 2 + 64;
		more = arena_array(c->arena, c->room,
		    sizeof(const struct cmmn_node *));
		if (c->n > 0)
			memcpy(more, c->queue, c->n *
			    sizeof(const struct cmmn_node *));
		c->queue = more;
	}
	c->queue[c->n++] = n;
}

static void
exists(struct check *c, const struct cmmn_node *n)
{
	if (c->can[n->number].exist)
		return;
	c->can[n->number].exist = true;
	push(c, n);
}

/* Written as false; what could not be translated became that, and was told. */
static bool
is_never(const struct cmmn_code *code)
{
	const char *s = code == NULL || strstr(code->written, "false") ==
	    NULL ? "" : code->text->text;

	s += strspn(s, BLANK);
	return strncmp(s, "false", 5) == 0 && blank_only(s + 5);
}

/* By a criterion, or because its stage ends. */
static bool
exit_can(const struct check *c, const struct cmmn_node *n,
    const struct cmmn_criterion *by)
{
	size_t i;

	for (i = 0; by != NULL && i < n->n_exits; i++)
		if (n->exits[i].criterion == by)
			break;
	return c->can[n->number].exist && (by == NULL || (i < n->n_exits &&
	    !n->exits[i].dead && !is_never(n->exits[i].condition)));
}

static bool
work_can(const struct check *c, const struct cmmn_node *n,
    enum cmmn_transition t)
{
	const struct can *can = &c->can[n->number];
	bool manual = n->manual != NULL && !is_never(n->manual);

	switch (t) {
	case CMMN_CREATE:
	case CMMN_PARENT_SUSPEND:
	case CMMN_PARENT_RESUME:
		return can->exist;
	case CMMN_START:
		return can->enter;
	case CMMN_ENABLE:
	case CMMN_MANUAL_START:
	case CMMN_DISABLE:
	case CMMN_REENABLE:
		return can->enter && manual;
	default:
		return can->enter;
	}
}

/* 8.4 Can the event happen to the item? */
static bool
event_can(const struct check *c, const struct cmmn_on_part *on)
{
	const struct cmmn_node *n;
	enum cmmn_life life;

	if (on->file != NULL)
		return on->event >= CMMN_FILE_CREATE;
	n = on->item == NULL ? NULL : cmmn_compile_node(c->cmmn, on->item);
	if (n == NULL)
		return false;
	life = cmmn_life_of(&(struct cmmn_item){
	    .parent = 1, .kind = n->definition->kind });
	if (!cmmn_life_has(life, on->event))
		return false;
	if (on->event == CMMN_EXIT)
		return exit_can(c, n, on->by);
	if (life == CMMN_LIFE_WORK)
		return work_can(c, n, on->event);
	return on->event == CMMN_OCCUR ? c->can[n->number].enter :
	    c->can[n->number].exist;
}

/* The first part that cannot; NULL: all can. */
static const struct cmmn_on_part *
part_cannot(const struct check *c, const struct cmmn_gate *g)
{
	const struct cmmn_on_part *on;

	for (on = g->criterion->sentry->on; on != NULL; on = on->next)
		if (!event_can(c, on))
			return on;
	return NULL;
}

static bool
gate_can(const struct check *c, const struct cmmn_gate *g)
{
	return !g->dead && !is_never(g->condition) &&
	    part_cannot(c, g) == NULL;
}

static bool
start_can(const struct check *c, const struct cmmn_node *n)
{
	const struct cmmn_definition *d = n->definition;
	const struct cmmn_on_part on = {
		.event = d->start.event, .item = d->start.item,
		.file = d->start.file
	};

	return n->timer != NULL && (n->start == NULL || event_can(c, &on));
}

static bool
enter_can(const struct check *c, const struct cmmn_node *n)
{
	size_t i;

	if (n->definition->kind == CMMN_TIMER_LISTENER)
		return start_can(c, n);
	for (i = 0; i < n->n_entries; i++)
		if (gate_can(c, &n->entries[i]))
			return true;
	return n->n_entries == 0;
}

/* What it makes possible for those that listen to it. */
static void
tell(struct check *c, const struct cmmn_node *n)
{
	const struct cmmn_ear *e;

	for (e = n->ears; e != NULL; e = e->next)
		if (c->can[e->gate->owner->number].exist &&
		    !c->can[e->gate->owner->number].enter)
			push(c, e->gate->owner);
}

static void
spread(struct check *c, const struct cmmn_node *n)
{
	struct can *can = &c->can[n->number];
	const struct cmmn_inside *in = n->inside;
	size_t i;

	if (!can->told) {
		can->told = true;
		tell(c, n);
	}
	if (can->enter || !enter_can(c, n))
		return;
	can->enter = true;
	tell(c, n);
	for (i = 0; in != NULL && i < in->n; i++)
		exists(c, in->nodes[i]);
	for (i = 0; in != NULL && i < in->n_table; i++)
		exists(c, in->table[i]);
}

static void
say(struct check *c, int line, const char *element, const char *text)
{
	struct cmmn_fault *f = arena_alloc(c->arena, sizeof(*f));

	f->file = c->file;
	f->line = line;
	f->element = element;
	f->mild = true;
	f->text = text;
	*c->end = f;
	c->end = &f->next;
}

static const char *
called(const struct cmmn_item_use *u)
{
	return u->name[0] != '\0' ? u->name : u->id;
}

static void
say_gate(struct check *c, const struct cmmn_gate *g)
{
	const struct cmmn_sentry *s = g->criterion->sentry;
	const struct cmmn_on_part *on;
	const char *why;

	if (g->dead)
		return;		/* compiling or reading said so */
	on = part_cannot(c, g);
	if (on != NULL && (on->event == CMMN_NO_TRANSITION ||
	    (on->item == NULL && on->file == NULL)))
		return;		/* reading said so */
	if (on == NULL)
		why = "its condition is never true";
	else
		why = arena_printf(c->arena, "“%s” can never happen to "
		    "“%s”", cmmn_transition_word(on->event),
		    called(on->item));
	say(c, on != NULL && on->line > 0 ? on->line : s->line, s->id,
	    arena_printf(c->arena, "The %s criterion of “%s” can never be "
	    "met: %s.", g->exit ? "exit" : "entry", g->owner->use == NULL ?
	    "the case" : called(g->owner->use), why));
}

static void
say_node(struct check *c, const struct cmmn_node *n)
{
	size_t i;

	for (i = 0; i < n->n_exits; i++)
		if (!gate_can(c, &n->exits[i]))
			say_gate(c, &n->exits[i]);
	for (i = 0; i < n->n_entries; i++)
		if (!gate_can(c, &n->entries[i]))
			say_gate(c, &n->entries[i]);
	if (n->required != NULL && !is_never(n->required) &&
	    c->can[n->number].exist && !c->can[n->number].enter)
		say(c, n->use->line, n->use->id, arena_printf(c->arena,
		    "“%s” is required but can never begin: what it stands "
		    "in cannot be completed.", called(n->use)));
}

void
cmmn_check(struct arena *a, const char *file, const struct cmmn_case *of,
    struct cmmn_fault **faults)
{
	struct cmmn_fault *ignored = NULL;
	struct check c = { .arena = a, .file = file };
	size_t i;

	c.cmmn = cmmn_compile(a, file, of, NULL, &ignored);
	c.can = arena_array(a, c.cmmn->n_nodes, sizeof(*c.can));
	exists(&c, c.cmmn->root);
	while (c.n > 0)
		spread(&c, c.queue[--c.n]);
	for (c.end = faults; *c.end != NULL; c.end = &(*c.end)->next)
		;
	for (i = 0; i < c.cmmn->n_nodes; i++)
		say_node(&c, c.cmmn->nodes[i]);
}
