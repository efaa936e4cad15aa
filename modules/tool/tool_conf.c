/* SPDX-License-Identifier: MIT */
/* Filling in dossier.conf without touching what stands there. */
#include "tool/tool_conf.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"

static void
insert(struct tool_conf *c, size_t at, const char *line)
{
	const char **more;

	if (c->n == c->room) {
		more = arena_array(c->arena, c->room * 2 + 64, sizeof(*more));
		if (c->n > 0)
			memcpy(more, c->lines, c->n * sizeof(*more));
		c->lines = more;
		c->room = c->room * 2 + 64;
	}
	memmove(c->lines + at + 1, c->lines + at,
	    (c->n - at) * sizeof(*c->lines));
	c->lines[at] = line;
	c->n++;
}

const char *
tool_conf_open(struct tool_conf *c, struct arena *a, const char *path,
    const char *example)
{
	char line[1024];
	FILE *f;

	*c = (struct tool_conf){ .arena = a, .path = path };
	if ((f = fopen(path, "re")) != NULL)
		c->exists = true;
	else if (errno != ENOENT)
		return arena_printf(a, "%s cannot be read: %s", path,
		    strerror(errno));
	else if ((f = fopen(example, "re")) == NULL)
		return arena_printf(a, "%s, which dossier.conf is made from, "
		    "cannot be read: %s", example, strerror(errno));
	c->changed = !c->exists;
	while (fgets(line, sizeof(line), f) != NULL)
		insert(c, c->n, arena_textn(a, line, strcspn(line, "\n")));
	fclose(f);
	return NULL;
}

static bool
is_section(const char *line, const char *name)
{
	size_t n = strlen(name);

	return line[0] == '[' && strncmp(line + 1, name, n) == 0 &&
	    line[n + 1] == ']';
}

/* The lines of a section: from after its head up to the next one. */
static bool
section_of(const struct tool_conf *c, const char *name, size_t *from,
    size_t *to)
{
	for (*from = 0; *from < c->n; ++*from)
		if (is_section(c->lines[*from], name))
			break;
	if (*from == c->n)
		return false;
	for (*to = ++*from; *to < c->n && c->lines[*to][0] != '['; ++*to)
		continue;
	return true;
}

/* What follows "key =" in a line, or NULL when it is another line. */
static const char *
after_key(const char *line, const char *key)
{
	size_t n = strlen(key);

	line += strspn(line, " \t");
	if (strncmp(line, key, n) != 0)
		return NULL;
	line += n + strspn(line + n, " \t");
	if (*line != '=')
		return NULL;
	return line + 1 + strspn(line + 1, " \t");
}

const char *
tool_conf_value(const struct tool_conf *c, const char *section,
    const char *key)
{
	const char *value, *end;
	size_t i, to;

	if (!section_of(c, section, &i, &to))
		return NULL;
	for (; i < to; i++) {
		if ((value = after_key(c->lines[i], key)) == NULL)
			continue;
		end = strstr(value, " ;");
		if (end == NULL)
			end = value + strlen(value);
		while (end > value && (end[-1] == ' ' || end[-1] == '\t'))
			end--;
		return arena_textn(c->arena, value, (size_t)(end - value));
	}
	return NULL;
}

void
tool_conf_give(struct tool_conf *c, const char *section, const char *key,
    const char *value)
{
	const char *line = arena_printf(c->arena, "%s = %s", key, value);
	size_t i, from, to;

	c->changed = true;
	if (!section_of(c, section, &from, &to)) {
		insert(c, c->n, "");
		insert(c, c->n, arena_printf(c->arena, "[%s]", section));
		insert(c, c->n, line);
		return;
	}
	for (i = from; i < to; i++)
		if (c->lines[i][0] == '#' &&
		    after_key(c->lines[i] + 1, key) != NULL) {
			c->lines[i] = line;
			return;
		}
	while (to > from && c->lines[to - 1][0] == '\0')
		to--;
	insert(c, to, line);
}

void
tool_conf_set(struct tool_conf *c, const char *section, const char *key,
    const char *value)
{
	size_t i, to;

	if (section_of(c, section, &i, &to))
		for (; i < to; i++)
			if (after_key(c->lines[i], key) != NULL) {
				c->lines[i] = arena_printf(c->arena,
				    "%s = %s", key, value);
				c->changed = true;
				return;
			}
	tool_conf_give(c, section, key, value);
}

static const char *
failed(const struct tool_conf *c, const char *path)
{
	const char *why = arena_printf(c->arena, "%s cannot be written: %s",
	    path, strerror(errno));

	unlink(path);
	return why;
}

const char *
tool_conf_save(struct tool_conf *c)
{
	const char *path = arena_printf(c->arena, "%s.part", c->path), *why;
	struct stat st;
	bool old = stat(c->path, &st) == 0;
	FILE *f;
	size_t i;
	int ok;

	if (!c->changed)
		return NULL;
	if ((f = fopen(path, "we")) == NULL)
		return failed(c, path);
	for (i = 0; i < c->n; i++)
		fprintf(f, "%s\n", c->lines[i]);
	ok = fchmod(fileno(f), old ? st.st_mode & 07777 : 0644) == 0;
	if (ok && old && geteuid() == 0)
		ok = fchown(fileno(f), st.st_uid, st.st_gid) == 0;
	ok = ok && fflush(f) == 0 && fsync(fileno(f)) == 0;
	if (fclose(f) != 0 || !ok)
		return failed(c, path);
	if (config_read(c->arena, path, &why) == NULL) {
		unlink(path);
		return why;
	}
	if (rename(path, c->path) != 0)
		return failed(c, path);
	c->exists = true;
	c->changed = false;
	return NULL;
}
