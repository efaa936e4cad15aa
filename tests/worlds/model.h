/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WORLDS_MODEL_H
#define TESTS_WORLDS_MODEL_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A random world of dossiers and rights, in the store and in plain arrays,
 * and who sees what of it, said once more without any SQL. Every text of a
 * dossier holds a word that no other has, so that a page that shows what
 * it must not betrays itself.
 */
#define DOSSIERS 20
#define VIEWERS 6
#define SCOPES 4
#define LABELS 3
#define COMPARTMENTS 3
#define PRIVILEGE 2		/* the one whose things stay in the house */
#define VIEWS 6
#define ARRIVALS 6
#define DRAFTS 6
#define WALLS 8
#define CHECKS 10

/* The last ones are of views, arrivals, drafts and walls, not of dossiers;
 * and of who opened a dossier in an emergency. */
enum kind { IN_TITLE, IN_NOTE, IN_TASK, IN_FILE, IN_FIELD, IN_NAME, IN_REASON,
    IN_ROW, IN_VERSION, IN_DECISION, IN_APPROVAL, IN_GOAL, IN_RULE,
    IN_FORM, IN_DEADLINE, IN_PROMISE, IN_MEETING, IN_SHEET, IN_GUARDED,
    IN_LINK, IN_EVENT, IN_VIEW, IN_ARRIVAL, IN_DRAFT, IN_WALL, IN_GLASS,
    KINDS };

struct model_dossier {
	int64_t id, person;
	char number[24], customer[16];
	const char *type, *status;
	int scope, owner;	/* owner: viewer with a task here, or -1 */
	int whose;		/* whose customer it has: its own or another's */
	int label;		/* that it carries, or -1 */
	int linked;		/* to this one, or -1 */
	int actor;		/* who changed it, by this act */
	char act[24];
	bool led;		/* by a right of those who lead */
	bool restricted, screened;
	int within;		/* the compartment that it is in, or 0 */
	int note, task, file, form;	/* the compartments they are in, or 0 */
	bool released[5];	/* the note, task and file, by number: they
				 * may leave the house */
	bool withdrawn;		/* its file */
	int sharer;		/* a viewer who shared of it, or -1 */
	bool shut;		/* but that is over, revoked or locked */
	unsigned int parts;	/* what was chosen, SHARE_* */
	bool shared_file;
	bool asks;		/* nothing is shared without a consent */
	bool carries[2];	/* consents: the parts; the file */
	int attendee;		/* viewer with an appointment of it */
	bool heard;		/* which is before a court */
	int giver, receiver;	/* viewers: it was handed over once */
};

struct model_thing {		/* a view, an arrival or a draft */
	char number[24];
	int owner;		/* a viewer */
	int team;		/* 1, 2 or 0 nobody's */
	bool everybody;
	int filed;		/* on this dossier, or -1; -2: put away */
};

struct model_wall {
	int staff;		/* a viewer, or -1 */
	int group;		/* whoever has the role of this one, or -1 */
	int dossier, customer;	/* one of them; the other -1 */
	bool stands, over;
};

/* A conflict check: of a dossier, or (from DRAFTS on not) one's own, for what
 * the draft of the same number says. */
struct model_check {
	char number[24];
	int dossier;		/* or -1 */
	int maker;		/* a viewer, then */
	int hits[2];		/* dossiers, of one name */
	bool asked;		/* the officer */
};

struct model_viewer {
	int64_t id;
	const char *login, *email;
	unsigned int rights;
	int scope[SCOPES + 1];		/* levels */
	int grant[DOSSIERS];
	int64_t until[DOSSIERS];
	bool wall[DOSSIERS];
	bool glass[DOSSIERS];		/* the grant: for an emergency */
	int stands_for;			/* a viewer who is away, or -1 */
	bool member[COMPARTMENTS + 1];	/* now */
};

extern struct model_dossier dossiers[DOSSIERS];
extern struct model_viewer viewers[VIEWERS];
extern struct model_wall walls[WALLS];
extern struct model_check checks[CHECKS];
extern struct model_thing views[VIEWS], arrivals[ARRIVALS], drafts[DRAFTS];
extern bool model_all_or_none;	/* who may see anything may do everything */

int	 dice(int n);			/* 0 to n - 1, the same each run */
void	 dice_seed(uint32_t);
void	 model_people(void);		/* once, after given() */
void	 model_world(void);		/* another one, committed */

/* zq, the kind, the dossier, x */
const char *model_word(enum kind, int dossier);
bool	 model_sees(int viewer, int dossier, int level);
/* Whoever may see what the word says; IN_NAME: the customer of the number. */
bool	 model_knows(int viewer, enum kind, int i);
int	 model_hidden(int viewer, int dossier);	/* things of it, by number */
/* A thing that stays in the house, whoever sees it; no 0: the dossier. */
bool	 model_held(int dossier, int no);
/* What is shared of it, by the cookie "room-of-N": whether its room is open,
 * and what a word says is in it. */
bool	 model_room(int dossier);
bool	 model_shared(int dossier, enum kind, int i);
bool	 model_covers(const struct model_wall *, int dossier);
bool	 model_broken(int dossier);	/* opened in an emergency */
bool	 model_checked(int viewer, int check);	/* may open it */
/* Where somebody asked, an officer reads who and which case it is about. */
bool	 model_officer(int viewer, int check);
bool	 model_undoes(int viewer, int dossier);	/* opens the act on it */

#endif
