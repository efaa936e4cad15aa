/* SPDX-License-Identifier: MIT */
/* Findings on stdout: a word, then the sentence, folded under itself. */
#include "tool/tool_report.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define WIDTH 76
#define INDENT 9

/* The text in lines that end before the margin, where blanks allow it. */
static void
fold_lines(const char *text)
{
	size_t used = INDENT, n;

	for (; *text != '\0'; text += n) {
		n = strcspn(text, " \n");
		if (used > INDENT && used + n + 1 > WIDTH) {
			printf("\n%*s", INDENT, "");
			used = INDENT;
		} else if (used > INDENT) {
			putchar(' ');
			used++;
		}
		printf("%.*s", (int)n, text);
		used += n;
		n += strspn(text + n, " \n");
	}
	putchar('\n');
}

static void
finding(struct tool_report *r, const char *word, const char *fmt, va_list ap)
{
	char text[2048];

	if (r->part != NULL)
		printf("%s\n", r->part);
	r->part = NULL;
	vsnprintf(text, sizeof(text), fmt, ap);
	printf("  %-7s", word);
	fold_lines(text);
}

void
tool_report_part(struct tool_report *r, const char *heading)
{
	r->part = heading;
}

#define FINDING(word) do {			\
	va_list ap;				\
	va_start(ap, fmt);			\
	finding(r, word, fmt, ap);		\
	va_end(ap);				\
} while (0)

void
tool_report_ok(struct tool_report *r, const char *fmt, ...)
{
	FINDING("ok");
}

void
tool_report_note(struct tool_report *r, const char *fmt, ...)
{
	FINDING("note");
	r->notes++;
}

void
tool_report_wrong(struct tool_report *r, const char *fmt, ...)
{
	FINDING("wrong");
	r->wrong++;
}
