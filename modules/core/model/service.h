/* SPDX-License-Identifier: MIT */
#ifndef MODEL_SERVICE_H
#define MODEL_SERVICE_H

#include <stdbool.h>
#include <stdint.h>

/* What is done for a patient again and again, or once; days are civil. */
struct service {
	struct service *next;
	int64_t id, no;
	int64_t careplan;	/* row */
	const char *title, *instructions;
	int64_t goal;		/* row, 0 none */
	int64_t goal_no;	/* 0 none that is here */
	const char *goal_title;
	const char *every;	/* P7D, P1W, P3M; "" once */
	int times;		/* in each of these */
	const char *begins;	/* "" with the discharge */
	const char *until;	/* "" no end */
	bool aftercare;
	int wait;		/* of that: days from the discharge on */
	int64_t person, team;	/* who does it; both 0 nobody yet */
	const char *who;	/* name of either */
	bool staff;		/* the person is of the staff */
	bool agreed;		/* its plan is: to change it, that is revised */
	bool ended;
	const char *reason;	/* why before its time */
	int64_t made;		/* how many of its days there are */
	const char *following;	/* the first that is not, "" there is none */
	int64_t version;
	/* of its days */
	int64_t done, missed, excused, due;
	const char *due_first;	/* the earliest that is due, "" none */
};

enum service_state {
	SERVICE_DUE, SERVICE_DONE, SERVICE_MISSED, SERVICE_EXCUSED
};
#define SERVICE_STATES "due", "done", "missed", "excused"

/* One time that it is due. */
struct service_day {
	struct service_day *next;
	int64_t id;
	int64_t service;	/* no in its dossier */
	const char *day;
	enum service_state state;
	const char *done;	/* the day on which it was */
	int64_t said;
	const char *said_by, *reason;
	bool aftercare;
	/* in lists of gaps */
	const char *title, *who, *goal, *every;
	const char *number, *dossier;	/* of the dossier, and its title */
	const char *patient, *lead;	/* names */
};

#endif
