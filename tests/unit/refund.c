/* SPDX-License-Identifier: MIT */
/* Complaints of the sample refund, and what the clock says of their days. */
#include "refund.h"

#include "domain/dossier/dossier.h"
#include "domain/house/deadline_clock.h"
#include "source.h"
#include "store/db.h"
#include "store/store_job.h"
#include "type_folder.h"
#include "world.h"

enum err
refund_install(const char *more)
{
	const struct casetype *t;

	type_folder_put("refund.dmn", source_sample("refund", "refund.dmn"));
	type_folder_put("type.xml", source_with(source_sample("refund",
	    "type.xml"), "</decisions>", arena_printf(cx.arena,
	    "</decisions>%s", more)));
	return type_folder_install(&t);
}

struct dossier *
refund_registered(void)
{
	struct value cause = { .field = "cause", .text = "delay" };
	struct dossier_new n = { .type = "complaint", .values = &cause,
	    .scope = world_scope("complaint", "north"), .title = "Too late",
	    .text = "", .medium = "phone", .received = cx.now };
	struct dossier *d = NULL;

	as("mia");
	must(dossier_register(&cx, &n, &d));
	return d;
}

void
refund_clock_after(int64_t seconds, struct deadline_clock_report *out)
{
	struct clock_run run = { .host = "here" };

	*out = (struct deadline_clock_report){ 0 };
	must(store_job_take(&cx, "clock", "here", 120, 900,
	    &run.run));
	later(seconds);
	must(db_run(&cx, "UPDATE job SET until = $1 WHERE name = 'clock'",
	    db_i(cx.now + 120)));
	must(db_commit(&cx));
	must(deadline_clock(&cx, &run, 0, out));
	must(db_begin(&cx, DB_WRITE));
	must(db_run(&cx, "UPDATE job SET until = NULL"));
	cx.act = NULL;
}
