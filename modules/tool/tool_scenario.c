/* SPDX-License-Identifier: MIT */
/* Files of scenarios: lines of words. */
#include "tool/tool_scenario.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "tool/tool.h"

struct reading {
	struct arena *arena;
	const char *path;
	struct tool_scenario *first, **tail;
	struct tool_scenario *now;	/* NULL: between scenarios */
	struct tool_scenario_step **step;
	int line;
	bool failed;
};

/* Where a word ends: at a blank outside of quotes and brackets. */
static size_t
word_length(const char *at)
{
	size_t n;
	int depth = 0;
	bool quoted = false;

	for (n = 0; at[n] != '\0'; n++) {
		if (at[n] == '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (strchr("([{", at[n]) != NULL)
			depth++;
		else if (strchr(")]}", at[n]) != NULL)
			depth--;
		else if (at[n] == ' ' && depth <= 0)
			break;
	}
	return n;
}

static void
split(struct reading *r, struct tool_scenario_step *s)
{
	const char *at;
	size_t n = 0, len;

	for (at = s->text; *at != '\0'; at += len + strspn(at + len, " ")) {
		len = word_length(at);
		n++;
	}
	s->words = arena_array(r->arena, n + 1, sizeof(*s->words));
	for (at = s->text; s->n < n; at += len + strspn(at + len, " ")) {
		len = word_length(at);
		s->words[s->n++] = arena_textn(r->arena, at, len);
	}
}

const char *
tool_scenario_plain(struct arena *a, const char *word)
{
	size_t len = strlen(word);

	if (len < 2 || word[0] != '"' || word[len - 1] != '"')
		return word;
	return arena_textn(a, word + 1, len - 2);
}

static void
fail(struct reading *r, const char *text)
{
	tool_fail("%s:%d: %s", r->path, r->line, text);
	r->failed = true;
}

static void
begin(struct reading *r, const char *name)
{
	struct tool_scenario *s = arena_alloc(r->arena, sizeof(*s));

	if (r->now != NULL)
		fail(r, "The scenario before this one has no “end”.");
	s->name = name;
	s->model = "";
	s->line = r->line;
	*r->tail = s;
	r->tail = &s->next;
	r->now = s;
	r->step = &s->steps;
}

/* The rest of a line that begins with this word; NULL: it does not. */
static const char *
after(const char *line, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(line, word, len) != 0 || line[len] != ' ')
		return NULL;
	return line + len + strspn(line + len, " ");
}

static void
read_line(struct reading *r, const char *line)
{
	struct tool_scenario_step *s;
	const char *rest;

	if (*line == '\0' || *line == '#')
		return;
	if ((rest = after(line, "scenario")) != NULL)
		begin(r, rest);
	else if (r->now == NULL)
		fail(r, "This line stands in no scenario.");
	else if (strcmp(line, "end") == 0)
		r->now = NULL;
	else if ((rest = after(line, "model")) != NULL)
		r->now->model = rest;
	else if ((rest = after(line, "standard-only")) != NULL)
		r->now->vendor = strcmp(rest, "no") == 0;
	else if (after(line, "uses") == NULL && after(line, "whole") == NULL) {
		s = arena_alloc(r->arena, sizeof(*s));
		s->line = r->line;
		s->text = line;
		split(r, s);
		*r->step = s;
		r->step = &s->next;
	}
}

struct tool_scenario *
tool_scenario_read(struct arena *a, const char *path)
{
	struct reading r = { .arena = a, .path = path };
	const char *at = file_text(a, path), *line;
	size_t len;

	if (at == NULL) {
		tool_fail("%s: %s", path, strerror(errno));
		return NULL;
	}
	r.tail = &r.first;
	while (*at != '\0' && !r.failed) {
		r.line++;
		at += strspn(at, " \t");
		len = strcspn(at, "\n");
		line = at;
		at += len + (at[len] == '\n');
		while (len > 0 && strchr(" \t\r", line[len - 1]) != NULL)
			len--;
		read_line(&r, arena_textn(a, line, len));
	}
	if (!r.failed && r.now != NULL)
		fail(&r, "The last scenario has no “end”.");
	else if (!r.failed && r.first == NULL)
		tool_fail("%s: There is no scenario in it.", path);
	return r.failed ? NULL : r.first;
}
