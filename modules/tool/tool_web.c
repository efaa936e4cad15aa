/* SPDX-License-Identifier: MIT */
/* dossier web: our part of a web server's configuration, for this site. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "tool/commands.h"
#include "tool/tool.h"

#define FOLDER PKGDATADIR "/web"
#define UPLOAD ((size_t)512 * 1024 * 1024)	/* several files at once */

/* A word between @ in a delivered file, and what stands for it here. */
struct word {
	const char *name, *text;
};
#define WORDS 12

static const char *
size(struct tool *t, size_t bytes)
{
	return arena_printf(t->cx.arena, "%zu", bytes);
}

/* Host and port of base_url. */
static void
place(struct tool *t, const char **host, const char **port)
{
	const struct config *c = t->cx.conf;
	const char *name = strstr(c->base_origin, "://") + 3, *colon;

	colon = strrchr(name, ':');
	if (colon != NULL && strchr(colon, ']') != NULL)
		colon = NULL;		/* of an address in brackets */
	*host = colon == NULL ? name : arena_textn(t->cx.arena, name,
	    (size_t)(colon - name));
	*port = colon != NULL ? colon + 1 : c->base_tls ? "443" : "80";
}

static void
give(struct word *w, const char *name, const char *text)
{
	while (w->name != NULL)
		w++;
	*w = (struct word){ name, text };
}

static struct word *
words(struct tool *t, const char *folder)
{
	const struct config *c = t->cx.conf;
	/* fields are encoded on their way, and one whole file must fit */
	size_t form = 2 * c->form_bytes, upload = c->file_bytes + form;
	struct word *w = arena_array(t->cx.arena, WORDS + 1, sizeof(*w));
	const char *host, *port;

	if (upload < UPLOAD)
		upload = UPLOAD;
	place(t, &host, &port);
	give(w, "PATH", c->base_path);
	give(w, "SOCKETS", c->sockets);
	give(w, "DOCUMENTS", c->documents);
	give(w, "STATIC", arena_printf(t->cx.arena, "%.*s/static",
	    (int)(strrchr(folder, '/') - folder), folder));
	give(w, "PARAMS", arena_printf(t->cx.arena, "%s/nginx-fastcgi.conf",
	    folder));
	give(w, "FORM", size(t, form));
	give(w, "FORM_K", size(t, form / 1024));
	give(w, "UPLOAD", size(t, upload));
	give(w, "UPLOAD_K", size(t, upload / 1024));
	give(w, "HOST", host);
	give(w, "PORT", port);
	return w;
}

static const struct word *
word_at(const struct word *words, const char *s)
{
	size_t n;

	for (; words->name != NULL; words++) {
		n = strlen(words->name);
		if (strncmp(s, words->name, n) == 0 && s[n] == '@')
			return words;
	}
	return NULL;
}

/* The file with its words filled in, NULL after having said why not. */
static const char *
filled(struct tool *t, const char *folder, const char *name,
    const struct word *words)
{
	const char *path = arena_printf(t->cx.arena, "%s/%s.conf", folder,
	    name), *text;
	const struct word *w;
	struct buf b = { 0 };
	FILE *f = fopen(path, "re");
	char line[1024], *s;

	if (f == NULL) {
		tool_fail("%s: %s.", path, strerror(errno));
		return NULL;
	}
	while (fgets(line, sizeof(line), f) != NULL)
		for (s = line; *s != '\0'; s++)
			if (*s == '@' && (w = word_at(words, s + 1)) != NULL) {
				buf_text(&b, w->text);
				s += strlen(w->name) + 1;
			} else {
				buf_char(&b, *s);
			}
	fclose(f);
	text = arena_textn(t->cx.arena, b.data, b.len);
	buf_free(&b);
	return text;
}

/* What would end a quoted word of a configuration stays out of it. */
static bool
plain(const char *path)
{
	return strpbrk(path, "\"'\\;{}$@ \t") == NULL;
}

/* -1: go on, else the exit status. */
static int
unfit(const struct config *c, const char *server)
{
	bool nginx = strcmp(server, "nginx") == 0;

	if (!nginx && strcmp(server, "apache") != 0 &&
	    strcmp(server, "lighttpd") != 0)
		return tool_fail("“%s” is none of nginx, apache, lighttpd.",
		    server);
	if (!plain(c->sockets) || !plain(c->documents))
		return tool_fail("%s: sockets and documents must be folders "
		    "without blanks and quotation marks in their names, for "
		    "the web server's sake.", c->path);
	if (strcmp(c->sendfile, "none") != 0 &&
	    nginx != (strcmp(c->sendfile, "accel") == 0))
		return tool_fail("%s: %s does not understand sendfile = %s; "
		    "write sendfile = %s.", c->path, server, c->sendfile,
		    nginx ? "accel" : "x-sendfile");
	return -1;
}

int
tool_web(struct tool *t)
{
	const char *server = t->operand[0], *folder = tool_value(t, "from"),
	    *text;
	struct word *w;
	int status;

	if (tool_configure(t) != TOOL_DONE)
		return TOOL_FAILED;
	if ((status = unfit(t->cx.conf, server)) != -1)
		return status;
	if (tool_flag(t, "signon") && strcmp(server, "lighttpd") == 0)
		return tool_fail("There are examples of --signon for nginx "
		    "and apache alone; lighttpd's mod_auth gives "
		    "REMOTE_USER by itself.");
	folder = folder == NULL ? FOLDER : tool_path(t, folder);
	w = words(t, folder);
	text = filled(t, folder, arena_printf(t->cx.arena, "%s-%s", server,
	    tool_flag(t, "signon") ? "signon" : "location"), w);
	if (text != NULL && tool_flag(t, "whole")) {
		give(w, "LOCATION", text);
		text = filled(t, folder, server, w);
	}
	if (text == NULL)
		return TOOL_FAILED;
	fputs(text, stdout);
	return fflush(stdout) == 0 ? TOOL_DONE : TOOL_FAILED;
}
