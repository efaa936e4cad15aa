/* SPDX-License-Identifier: MIT */
/* dossier config check: the file itself, then what it points at. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "directory/directory.h"
#include "text/date.h"
#include "tool/commands.h"
#include "tool/tool.h"

/* A path that must allow mode; counts and tells when it does not. */
static int
missing(const struct config *c, const char *key, const char *path, int mode)
{
	if (path[0] == '\0' || access(path, mode) == 0)
		return 0;
	tool_fail("%s: %s = %s: %s.", c->path, key, path, strerror(errno));
	return 1;
}

static int
secret(const struct config *c)
{
	struct stat st;

	if (stat(c->secret_file, &st) == -1)
		return missing(c, "secret_file", c->secret_file, R_OK);
	if (st.st_size >= 32 && (st.st_mode & 027) == 0)
		return 0;
	tool_fail("%s: secret_file = %s: it wants 32 random bytes and mode "
	    "0400, or 0440 for the programs' group.", c->path,
	    c->secret_file);
	return 1;
}

int
tool_config_check(struct tool *t)
{
	const struct config *c;
	const char *why;
	int bad = 0;

	if (tool_configure(t) != TOOL_DONE)
		return TOOL_FAILED;
	c = t->cx.conf;
	if (!date_zone_ok(c->timezone)) {
		tool_fail("%s: timezone = %s is no zone of the IANA list.",
		    c->path, c->timezone);
		bad++;
	}
	bad += missing(c, "documents", c->documents, W_OK | X_OK);
	bad += missing(c, "templates", c->templates, R_OK | X_OK);
	bad += missing(c, "templates_site", c->templates_site, R_OK | X_OK);
	bad += missing(c, "ca", c->ldap_ca, R_OK);
	bad += missing(c, "password_file", c->ldap_password_file, R_OK);
	bad += secret(c);
	why = directory_fault(c, t->cx.arena);
	if (c->ldap_urls[0] != '\0' && why != NULL) {
		tool_fail("%s: %s.", c->path, why);
		bad++;
	}
	if (bad > 0)
		return TOOL_FAILED;
	printf("%s: in order\n", c->path);
	return TOOL_DONE;
}
