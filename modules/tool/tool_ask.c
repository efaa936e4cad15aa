/* SPDX-License-Identifier: MIT */
/* Questions on a terminal. */
#include "tool/tool_ask.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

bool
tool_ask_possible(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* One line without its end and the blanks around it; NULL at the end. */
static const char *
read_line(struct arena *a)
{
	char line[512];
	size_t from, n;

	fflush(stdout);
	if (fgets(line, sizeof(line), stdin) == NULL)
		return NULL;
	n = strcspn(line, "\n");
	from = strspn(line, " \t");
	while (n > from && (line[n - 1] == ' ' || line[n - 1] == '\t'))
		n--;
	return n <= from ? "" : arena_textn(a, line + from, n - from);
}

const char *
tool_ask(struct arena *a, const char *question, const char *initial,
    const char *(*fault)(const char *))
{
	const char *answer, *why;

	for (;;) {
		printf(*initial == '\0' ? "%s\n  > %s" : "%s\n  [%s] > ",
		    question, initial);
		if ((answer = read_line(a)) == NULL)
			return NULL;
		if (*answer == '\0')
			answer = initial;
		if (fault == NULL || (why = fault(answer)) == NULL)
			return answer;
		printf("  %s\n", why);
	}
}

const char *
tool_ask_secretly(struct arena *a, const char *question)
{
	struct termios as_it_was, quiet;
	const char *answer;
	bool changed = tcgetattr(STDIN_FILENO, &as_it_was) == 0;

	if (changed) {
		quiet = as_it_was;
		quiet.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
	}
	printf("%s\n  > ", question);
	answer = read_line(a);
	if (changed)
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &as_it_was);
	putchar('\n');
	return answer;
}
