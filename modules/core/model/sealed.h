/* SPDX-License-Identifier: MIT */
#ifndef MODEL_SEALED_H
#define MODEL_SEALED_H

#include <stdbool.h>
#include <stdint.h>

#define SEALED_KINDS "progress", "session", "nursing", "discharge"
#define SEALED_MEANINGS "authorship", "review", "approval", "responsibility"

/* Name, moment and meaning, bound to what was shown. */
struct sealed_signature {
	struct sealed_signature *next;
	int64_t no;		/* 1 its writer */
	int64_t signer;
	const char *name, *meaning;
	int64_t signed_at;
	const char *sha256;
};

/* A note that is signed, or a draft of one. */
struct sealed {
	struct sealed *next;
	int64_t id;		/* row of the note; of a draft its own */
	int64_t seal;		/* row; 0 of a draft */
	int64_t no;
	const char *kind;	/* SEALED_KINDS */
	const char *day;	/* civil: what it is about */
	int64_t encounter;	/* row, 0 none */
	int64_t encounter_no;	/* 0 none */
	const char *class;	/* of the encounter; as it was when signed */
	int64_t met;		/* when that began, 0 none */
	int64_t amends;		/* row of the note that it adds to, 0 none */
	int64_t amends_no;	/* its number; as it was when signed */
	int64_t root_no;	/* and as it is now */
	bool asks;		/* a second person is to sign */
	const char *text;
	int64_t written;	/* signed; of a draft: changed */
	int64_t compartment;
	const char *compartment_name;
	/* of one that is signed */
	const char *number;	/* of the dossier, when it was signed */
	int64_t then_no;	/* its own then */
	const char *sha256;	/* of what was shown */
	bool broken;		/* and it is not that any more */
	struct sealed_signature *signatures;	/* oldest first */
	struct sealed *addenda;	/* oldest first */
	/* of a draft */
	int64_t writer, version;
	/* in lists over dossiers */
	const char *dossier_number, *dossier_title;
};

#endif
