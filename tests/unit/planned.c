/* SPDX-License-Identifier: MIT */
/* A world with a plan in it. */
#include "planned.h"

#include "domain/course/dossier_change.h"
#include "domain/dossier/dossier.h"
#include "domain/spine/event.h"
#include "seen.h"
#include "source.h"
#include "type_folder.h"
#include "world.h"

/* The next version of complaints is what tests/data has as repairs. */
enum err
planned_install(const char *plan)
{
	const struct casetype *t;

	type_folder_put("type.xml", source_sample("repair", "type.xml"));
	type_folder_put("repair.dmn", source_sample("repair",
	    "repair.dmn"));
	type_folder_put("plan.cmmn", plan);
	return type_folder_install(&t);
}

void
planned_start(void)
{
	struct dossier bare;
	int64_t i;

	given();
	as("mia");
	cx.lang = "en";
	must(planned_install(source_sample("repair", "plan.cmmn")));
	for (i = 1; i <= 5; i++) {	/* those without a history */
		bare = (struct dossier){ .id = i };
		must(event_add(&cx, &bare, "dossier.registered",
		    event_body(&cx)));
	}
}

struct value *
planned_value(struct value *next, const char *field, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	v->next = next;
	v->field = field;
	v->text = text;
	return v;
}

struct dossier *
planned_registered(const char *paid)
{
	struct dossier_new n = { .type = "complaint",
	    .scope = world_scope("complaint", "north"), .title = "Too late",
	    .text = "", .medium = "phone", .values = planned_value(
	    planned_value(NULL, "paid", paid), "cause", "delay") };
	struct dossier *d = NULL;

	must(dossier_register(&cx, &n, &d));
	return d;
}

struct dossier *
planned_accepted(const char *paid)
{
	struct dossier *d = planned_registered(paid);

	must(dossier_accept(&cx, d, "", "", 0, cx.viewer));
	return reread(d);
}

enum err
planned_changed(struct dossier **d, const char *field, const char *text)
{
	struct dossier_change c;

	*d = reread(*d);
	c = (struct dossier_change){ .title = (*d)->title, .risk = (*d)->risk,
	    .values = planned_value(NULL, field, text),
	    .version = (*d)->version,
	    .why = "" };
	return dossier_change(&cx, *d, &c);
}
