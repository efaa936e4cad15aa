/* SPDX-License-Identifier: MIT */
#ifndef TOOL_TOOL_REPORT_H
#define TOOL_TOOL_REPORT_H

/*
 * Findings in sentences, in parts that have a heading. What is in order is
 * said once in a few words, what is wrong says what to do about it.
 */
struct tool_report {
	int wrong, notes;
	const char *part;	/* whose heading is still to be printed */
};

void	 tool_report_part(struct tool_report *, const char *heading);
void	 tool_report_ok(struct tool_report *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	 tool_report_note(struct tool_report *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));
void	 tool_report_wrong(struct tool_report *, const char *fmt, ...)
	    __attribute__((format(printf, 2, 3)));

#endif
