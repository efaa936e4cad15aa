/* SPDX-License-Identifier: MIT */
/* What roles and levels are called. */
#include "domain/people/access_words.h"

#include <string.h>

#include "base/config.h"
#include "domain/type/casetype.h"
#include "text/message.h"

static const struct word {
	const char *code, *text;
} roles[] = {
	{ "clerk", N_("Clerk: registers requests") },
	{ "screener", N_("Screener: decides which requests become cases") },
	{ "manager", N_("Case manager: leads cases") },
	{ "auditor", N_("Auditor: reads who did what") },
	{ "admin", N_("Administrator: configures, sees no case") },
	{ NULL, NULL }
};

const char *
access_words_role(const char *role)
{
	const struct word *w;

	for (w = roles; w->code != NULL; w++)
		if (strcmp(w->code, role) == 0)
			return _(w->text);
	return role;
}

const char *
access_words_level(enum level level)
{
	static const char *const words[] = {
		[LEVEL_NONE] = N_("nothing"),
		[LEVEL_EXISTS] = N_("know that a case exists"),
		[LEVEL_READ] = N_("read"),
		[LEVEL_WORK] = N_("work on cases"),
		[LEVEL_DECIDE] = N_("decide"),
		[LEVEL_MANAGE] = N_("decide, and say who has access")
	};

	return _(words[level]);
}

const char *
access_words_types(struct ctx *cx, const char *codes)
{
	const struct casetype *t;
	const char *out = "", *code;
	size_t n;

	if (strcmp(codes, "*") == 0)
		return _("All types");
	for (; *codes != '\0'; codes += n + (codes[n] == ' ')) {
		n = strcspn(codes, " ");
		code = arena_textn(cx->arena, codes, n);
		if (n > 0)
			out = arena_printf(cx->arena, "%s%s%s", out,
			    *out == '\0' ? "" : ", ",
			    casetype_current(cx, code, &t) == OK ?
			    message_label(&t->label, cx->lang) : code);
	}
	cx->why = NULL;		/* a type not installed yet is no refusal */
	return out;
}

const char *
access_words_group(const struct ctx *cx, const char *label)
{
	const struct config_group *g;

	for (g = cx->conf->groups; g != NULL; g = g->next)
		if (strcmp(g->label, label) == 0)
			return g->group;
	return "";
}
