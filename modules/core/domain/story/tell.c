/* SPDX-License-Identifier: MIT */
/* What the sentences of the time line are made of. */
#include "domain/story/tell.h"

#include <string.h>

#include "domain/dossier/dossier_words.h"
#include "domain/spine/event_get.h"
#include "text/fold.h"
#include "text/message.h"

#define CLIP 300	/* characters of a note that a sentence shows */

bool
tell_is(const struct telling *t, const char *kind)
{
	return strcmp(t->event->kind, kind) == 0;
}

const char *
tell_fact(const struct telling *t, const char *name)
{
	return event_get(t->cx, t->event, "fact", name);
}

const char *
tell_before(const struct telling *t, const char *name)
{
	return dossier_words_show(t->cx, t->type, name,
	    event_get(t->cx, t->event, "before", name));
}

const char *
tell_after(const struct telling *t, const char *name)
{
	return dossier_words_show(t->cx, t->type, name,
	    event_get(t->cx, t->event, "after", name));
}

const char *
tell_some(const char *text)
{
	return text[0] == '\0' ? "…" : text;
}

const char *
tell_clipped(const struct telling *t, const char *text)
{
	char *line = fold_tidy(t->cx->arena, text, false);
	size_t i, n = 0;

	for (i = 0; line[i] != '\0'; i++)
		if ((line[i] & 0xc0) != 0x80 && n++ == CLIP) {
			line[i] = '\0';
			return arena_printf(t->cx->arena, "%s…", line);
		}
	return line;
}

const char *
tell_text(const struct telling *t, const char *sentence, const char *text)
{
	if (text[0] == '\0')
		return sentence;
	return arena_printf(t->cx->arena, _("%s: %s"), sentence,
	    tell_clipped(t, text));
}

const char *
tell_other(const struct telling *t)
{
	const char *number = t->event->other;

	return number == NULL || number[0] == '\0' ? _("another case") :
	    number;
}
