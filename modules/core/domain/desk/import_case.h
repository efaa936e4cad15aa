/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_IMPORT_CASE_H
#define DOMAIN_IMPORT_CASE_H

#include "domain/desk/import.h"
#include "domain/desk/import_names.h"
#include "model/casetype.h"
#include "model/dossier.h"
#include "store/store_import.h"
#include "xml/xml_xes.h"

/*
 * One case of a log on its way into the store: the dossier is made at the
 * first event that is not in yet, each event goes to its time line at its
 * own moment, and the end settles status, search and counters.
 */
struct import_case {
	struct ctx *cx;
	const struct casetype *type;
	const struct store_import_scope *scope;
	const char *log;		/* its name */
	struct import_names *people;	/* rows of persons, by name */
	struct import_report *report;
	struct arena *keep, *work;	/* of the case, of one event */
	/* the case under way */
	const char *trace;
	const struct xml_xes_attr *attrs;
	struct store_import_trace taken;
	struct dossier *d;		/* NULL: not needed so far */
	int64_t position;		/* of the next event */
	int64_t received;		/* moment of its arrival */
	int64_t last;			/* moment of the last event */
	int64_t entered;		/* the phase that it is in */
	bool arrived, dated;		/* there are such moments */
	bool fresh;			/* made just now */
	bool ended;			/* closed at least once */
};

enum err import_case_start(struct import_case *, const char *trace,
	    const struct xml_xes *);
enum err import_case_event(struct import_case *, const struct xml_xes *);
enum err import_case_end(struct import_case *);
/* Around a commit in the middle of a case: what it must not forget, and a
 * fresh look at the dossier, which staff may have changed. */
enum err import_case_park(struct import_case *);
enum err import_case_resume(struct import_case *);

#endif
