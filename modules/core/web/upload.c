/* SPDX-License-Identifier: MIT */
/* Uploaded files while they wait in a folder of ours: their names, and how
 * they go. What is still there after the request is deleted. */
#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "text/fold.h"
#include "web/turn.h"

static char *
folder(struct arena *a, const struct config *conf)
{
	return arena_printf(a, "%s/incoming", conf->documents);
}

/* Text parts come in UTF-8, whatever else a label says is refused. */
bool
upload_charset_ok(const char *line)
{
	const char *s = strcasestr(line, "charset=");

	if (s == NULL)
		return true;
	s += strlen("charset=");
	s += *s == '"';
	return strncasecmp(s, "utf-8", 5) == 0 ||
	    strncasecmp(s, "us-ascii", 8) == 0;
}

/* The name without folders; never empty, never a hidden or a special one. */
char *
upload_name(struct arena *a, const char *given)
{
	static const char direction[] =
	    "\xe2\x80\xaa\0\xe2\x80\xab\0\xe2\x80\xac\0\xe2\x80\xad\0"
	    "\xe2\x80\xae\0\xe2\x81\xa6\0\xe2\x81\xa7\0\xe2\x81\xa8\0"
	    "\xe2\x81\xa9\0\xe2\x80\x8e\0\xe2\x80\x8f\0";
	const char *slash = given, *d;
	char *name, *at;
	size_t n;

	for (; *given != '\0'; given++)
		if (*given == '/' || *given == '\\')
			slash = given + 1;
	name = fold_tidy(a, slash, false);
	for (d = direction; *d != '\0'; d += strlen(d) + 1)
		while ((at = strstr(name, d)) != NULL)
			memmove(at, at + 3, strlen(at + 3) + 1);
	name += strspn(name, ". ");
	n = strlen(name) > 200 ? 200 : strlen(name);
	while (n > 0 && ((unsigned char)name[n] & 0xc0) == 0x80)
		n--;
	return n == 0 ? arena_text(a, "file") : arena_textn(a, name, n);
}

void
upload_forget(struct request *rq)
{
	const struct upload *u;

	if (rq->form->hold) {
		upload_sweep(rq->cx.conf);
		return;
	}
	for (u = rq->form->uploads; u != NULL; u = u->next)
		if (!u->held)
			unlink(u->path);	/* ENOENT: taken over */
}

const char *
upload_path(struct request *rq, const char *file)
{
	return arena_printf(rq->cx.arena, "%s/%s", folder(rq->cx.arena,
	    rq->cx.conf), file);
}

/* What a killed worker left, and what waited for a form that nobody sent:
 * older than a day, so nobody's any more. */
void
upload_sweep(const struct config *conf)
{
	struct arena *a = arena_new();
	char *dir = folder(a, conf);
	DIR *d = opendir(dir);
	struct dirent *de;
	struct stat st;

	while (d != NULL && (de = readdir(d)) != NULL)
		if (de->d_name[0] != '.' &&
		    fstatat(dirfd(d), de->d_name, &st,
		    AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
		    st.st_mtime < time(NULL) - 24 * 3600)
			unlinkat(dirfd(d), de->d_name, 0);
	if (d != NULL)
		closedir(d);
	arena_free(a);
}
