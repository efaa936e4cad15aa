/* SPDX-License-Identifier: MIT */
/* Log lines are written whole, by one write, so that workers do not mix. */
#include "base/log.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name = "dossier";
static bool journal;

/* JOURNAL_STREAM is device:inode of what the service manager gave us; a
 * stderr that was led elsewhere meanwhile is another. */
static bool
is_journal(void)
{
	const char *s = getenv("JOURNAL_STREAM");
	char is[64];
	struct stat st;

	if (s == NULL || fstat(STDERR_FILENO, &st) != 0)
		return false;
	snprintf(is, sizeof(is), "%ju:%ju", (uintmax_t)st.st_dev,
	    (uintmax_t)st.st_ino);
	return strcmp(s, is) == 0;
}

void
log_open(const char *program)
{
	name = program;
	journal = is_journal();
}

bool
log_journal(void)
{
	return journal;
}

static void
line(int priority, const char *fmt, va_list ap)
{
	char text[2048];
	size_t used, i;
	int len;

	/* the journal knows who speaks, and takes the priority off */
	len = journal ? snprintf(text, sizeof(text), "<%d>", priority) :
	    isatty(STDERR_FILENO) ?
	    snprintf(text, sizeof(text), "%s: ", name) :
	    snprintf(text, sizeof(text), "%s[%ld]: ", name, (long)getpid());
	used = len < 0 ? 0 : (size_t)len;
	len = vsnprintf(text + used, sizeof(text) - used - 1, fmt, ap);
	used += len < 0 ? 0 : (size_t)len;
	if (used > sizeof(text) - 2)
		used = sizeof(text) - 2;
	for (i = 0; i < used; i++)	/* one message stays one line */
		if ((unsigned char)text[i] < ' ')
			text[i] = ' ';
	text[used++] = '\n';
	if (write(STDERR_FILENO, text, used) < 0)
		return;		/* nobody is left to be told */
}

#define LINE(priority) do {		\
	va_list ap;			\
	va_start(ap, fmt);		\
	line(priority, fmt, ap);	\
	va_end(ap);			\
} while (0)

void
log_error(const char *fmt, ...)
{
	LINE(3);
}

void
log_warn(const char *fmt, ...)
{
	LINE(4);
}

void
log_info(const char *fmt, ...)
{
	LINE(6);
}

void
log_fatal(const char *fmt, ...)
{
	LINE(2);
	exit(1);
}
