/* SPDX-License-Identifier: MIT */
/* dossier template: checks the templates, or lists their sentences. */
#include <stdio.h>

#include "text/message.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "web/template.h"

int
tool_template(struct tool *t)
{
	const char *folder = tool_value(t, "templates"), *faults, *locale;
	const char *site = "";
	struct templates *ts;
	int status;

	if (tool_flag(t, "pot") == tool_flag(t, "check"))
		return tool_fail("say --pot or --check.");
	if (folder == NULL) {
		if ((status = tool_configure(t)) != TOOL_DONE)
			return status;
		folder = t->cx.conf->templates;
		site = t->cx.conf->templates_site;
	}
	if ((locale = tool_value(t, "locale")) != NULL)
		message_open(locale);
	ts = templates_open(t->cx.arena, site, folder, "");
	if (tool_flag(t, "pot")) {
		fputs(templates_sentences(ts, t->cx.arena), stdout);
		return TOOL_DONE;
	}
	if ((faults = templates_check(ts, t->cx.arena)) == NULL)
		return TOOL_DONE;
	fprintf(stderr, "%s\n", faults);
	return TOOL_FAILED;
}
