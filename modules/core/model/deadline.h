/* SPDX-License-Identifier: MIT */
#ifndef MODEL_DEADLINE_H
#define MODEL_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * By when something of a dossier is to be done. A deadline is intervals, in
 * which it runs or is paused, each with the rule that held; all moments that
 * it has follow from these (rules/type/reckon.h).
 */
enum deadline_state {
	DEADLINE_RUNNING, DEADLINE_PAUSED,
	DEADLINE_UNCHECKED,	/* done, as somebody says; to be confirmed */
	DEADLINE_DONE,
	DEADLINE_STOPPED	/* not needed any more */
};
#define DEADLINE_STATES						\
	"running", "paused", "unchecked", "done", "stopped"	/* words */

struct deadline_span {
	struct deadline_span *next;
	int64_t no;		/* in its deadline, from 1 */
	int64_t begun, ended;	/* 0: it lasts */
	bool paused;
	const char *due, *early, *warn;	/* the rule, FEEL; "" none */
	const char *court;	/* what it was counted by, "" no court */
	const char *reason;	/* why it began */
	const char *actor;	/* name, "" by itself */
};

struct deadline {
	struct deadline *next;
	int64_t id, no;
	const char *code;	/* of the type's, "" added by hand */
	const char *title;	/* as it was named at first */
	bool second;		/* another person confirms that it is done */
	bool pauses;		/* while the dossier waits */
	const char *stops;	/* closed hand phase:CODE */
	enum deadline_state state;
	int64_t started;
	int64_t said, said_by;	/* done or stopped: when, by whom */
	const char *said_by_name;	/* "" by itself */
	int64_t checked, checked_by;	/* and confirmed, 0 not */
	const char *checked_by_name;
	bool with_case;		/* it ended because the dossier did */
	const char *reason;	/* of its state, may be "" */
	/* that follow, 0 none; while it is paused none is known */
	int64_t due, early, warns;
	int told;		/* DEADLINE_TOLD_* */
	int64_t version;
	struct deadline_span *spans;	/* filled by deadline_open() */
	const char *number, *dossier_title;	/* in lists over dossiers */
	const char *lead_name;	/* in calendars; "" nobody leads it */
	int64_t type_id;
};

enum { DEADLINE_TOLD_NOBODY, DEADLINE_TOLD_WARNED, DEADLINE_TOLD_LATE,
    DEADLINE_TOLD_MANAGERS };

#endif
