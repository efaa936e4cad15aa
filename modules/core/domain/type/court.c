/* SPDX-License-Identifier: MIT */
/* Courts: their files, and what is asked of their rules. */
#include "domain/type/court.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/file.h"
#include "rules/time/holiday.h"
#include "text/date.h"
#include "text/message.h"
#include "xml/xml_court.h"

#define INSTALLED_SCHEMA PKGDATADIR "/courts/court.rng"

/* The schema beside the file, or that of a source tree, else the installed. */
static const char *
schema_of(struct ctx *cx, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *near = arena_printf(cx->arena, "%.*scourt.rng",
	    slash == NULL ? 0 : (int)(slash + 1 - path), path);

	if (access(near, R_OK) == 0)
		return near;
	return cx->conf == NULL || access(INSTALLED_SCHEMA, R_OK) == 0 ?
	    INSTALLED_SCHEMA : arena_printf(cx->arena,
	    "%s/../etc/courts/court.rng", cx->conf->templates);
}

static const struct court *
parse(struct ctx *cx, const char *path, const char *source,
    struct reader_fault **faults)
{
	const struct court *c = xml_court_read(cx->arena, path, source,
	    strlen(source), schema_of(cx, path), faults);

	if (c != NULL && holiday_region_find(c->holidays) == NULL)
		reader_add_fault(cx->arena, faults, path, c->line, "The "
		    "holidays of “%s” are not known.", c->holidays);
	return c;
}

enum err
court_text(struct ctx *cx, const char *file, const char *source,
    const struct court **out)
{
	struct reader_fault *faults = NULL;

	*out = NULL;
	if (strlen(source) > XML_COURT_MAX)
		return refuse(cx, ERR_INVALID, "%s: %s", file,
		    _("The file is too large."));
	*out = parse(cx, file, source, &faults);
	return faults == NULL ? OK : reader_refuse(cx, faults);
}

enum err
court_file(struct ctx *cx, const char *path, const char **source,
    const struct court **out)
{
	if ((*source = file_text(cx->arena, path)) == NULL)
		return refuse(cx, ERR_INVALID, "%s: %s", path,
		    strerror(errno));
	return court_text(cx, path, *source, out);
}

static void
ask_service(struct ctx *cx, const char *code, struct courtcount_ask *out)
{
	const char *among = out->rule->services;

	out->service = courtcount_service(out->court, code);
	if (among[0] == '\0' && code[0] != '\0')
		(void)refuse_field(cx, "served", "%s", _("This period does "
		    "not depend on how something was served."));
	else if (among[0] != '\0' && (out->service == NULL ||
	    !courtcount_has(among, code)))
		(void)refuse_field(cx, "served", "%s", _("Say how it was "
		    "served, in a way that this rule knows."));
}

static void
ask_more(struct ctx *cx, const char *code, struct courtcount_ask *out)
{
	out->more = courtcount_more(out->court, code);
	if (code[0] != '\0' && (out->more == NULL ||
	    !courtcount_has(out->rule->more, code)))
		(void)refuse_field(cx, "more", "%s",
		    _("This rule gives nobody longer for that."));
}

enum err
court_ask(struct ctx *cx, const struct court *c,
    const struct court_said *said, struct courtcount_ask *out)
{
	int64_t start;

	*out = (struct courtcount_ask){ .court = c,
	    .region = said->region[0] == '\0' ? c->holidays : said->region };
	out->rule = courtcount_rule(c, said->rule);
	if (out->rule == NULL)
		(void)refuse_field(cx, "rule", "%s",
		    _("Choose one of the rules of this court."));
	if (!date_civil_ok(said->day) ||
	    !date_start("UTC", said->day, &start))
		(void)refuse_field(cx, "day", "%s",
		    _("Say on which day it was."));
	else
		out->day = date_day(start);
	if (!courtcount_region(c, out->region))
		(void)refuse_field(cx, "region", "%s", _("This court has "
		    "the holidays of another place."));
	if (out->rule != NULL) {
		ask_service(cx, said->served, out);
		ask_more(cx, said->more, out);
	}
	return refuse_any(cx) ? ERR_INVALID : OK;
}
