/* SPDX-License-Identifier: MIT */
#ifndef MODEL_EXCHANGE_H
#define MODEL_EXCHANGE_H

#include <stdbool.h>
#include <stdint.h>

#define EXCHANGE_WAYS "in", "out"
#define EXCHANGE_MEDIA "letter", "mail", "phone", "meeting", "counter",	\
	"web", "court"

/* With whom a document or a note was exchanged, which way and when. */
struct exchange {
	struct exchange *next;
	int64_t id;		/* row, 0: nothing was said of it */
	int64_t no;		/* of the document or note */
	int64_t person;		/* 0: somebody who is none of the case */
	const char *number;	/* the person's, "" */
	const char *name;	/* "" of whom nothing was said */
	const char *way;	/* EXCHANGE_WAYS; "" both */
	const char *medium;	/* EXCHANGE_MEDIA; "" unknown */
	const char *exchanged;	/* civil: sent or received; "" it is none */
	int64_t version;
	/* what it is */
	bool note;
	const char *title;	/* name of the document, text of the note */
	const char *author;	/* who added it */
	int64_t withdrawn;
	int64_t compartment;
	const char *compartment_name;
	bool held;		/* it must not leave the house */
};

#endif
