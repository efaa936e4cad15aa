/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_FORM_DRAFT_H
#define DOMAIN_FORM_DRAFT_H

#include "base/ctx.h"
#include "domain/type/form_model.h"
#include "model/form_draft.h"

/*
 * A form of a case type while administrators change it. What they change is
 * kept beside the type until somebody publishes it: then it is a file of the
 * type's next version, checked as "dossier type install" checks it. Forms
 * that are being filled in keep theirs. Who saves says which version of the
 * draft was shown; ERR_CONFLICT where it is another one meanwhile.
 */
struct form_draft_fault {	/* what would keep it from being published */
	struct form_draft_fault *next;
	const char *part;	/* as xml/formtree.h calls it */
	const char *element;	/* when, score, ...: where in it */
	const char *text;
};
struct form_draft_gap {		/* words that languages lack */
	struct form_draft_gap *next;
	const char *part, *label;	/* label: in English */
	bool help;
	const char *languages;	/* their names, with commas */
};
struct form_draft_open {
	const struct casetype *type;	/* its newest version */
	struct form_draft *draft;
	struct reader_node *root;	/* the file as a tree */
	const struct form_model *model;	/* as far as it can be read */
	const struct form_model *published;	/* NULL: a new one */
	struct form_draft_fault *faults;
	struct form_draft_gap *gaps;
	bool behind;		/* the type got another one since it began */
	bool removed;		/* it is to be gone; root and model are those
				 * of the published one */
};

/* Of a type: those that are being changed. */
enum err form_draft_list(struct ctx *, const char *type,
	    struct form_draft **out);
/* ERR_MISSING: the type has no such form, not even a new one. */
enum err form_draft_open(struct ctx *, const char *type, const char *form,
	    struct form_draft_open **out);

/* A new form with one section; label: English. The code may be "". */
enum err form_draft_new(struct ctx *, const char *type, const char *code,
	    const char *label, const char **form);
/* A file of ours, or a Questionnaire of FHIR, which is completed afterwards;
 * ERR_INVALID with each fault by its line. In place of the form that is called
 * so, if there is one. */
enum err form_draft_upload(struct ctx *, const char *type, const char *path,
	    const char **form);
/* The form as another version of the type has it. */
enum err form_draft_take(struct ctx *, struct form_draft_open *, int from,
	    int64_t version);
/* It is to be gone from the type's next version; a new one goes at once.
 * Nothing of it is changed until that is taken back. */
enum err form_draft_remove(struct ctx *, struct form_draft_open *,
	    int64_t version);
enum err form_draft_drop(struct ctx *, struct form_draft_open *,
	    int64_t version);
/* The last change is taken back; once more does it again. */
enum err form_draft_undo(struct ctx *, struct form_draft_open *,
	    int64_t version);
/* Every word that a language lacks is the English one. */
enum err form_draft_fill(struct ctx *, struct form_draft_open *,
	    int64_t version);

/* The other faults that the type would have with it, a line each, "" none. */
enum err form_draft_check(struct ctx *, const struct form_draft_open *,
	    const char **out);
/* ERR_INVALID with the faults. reason may be "". */
enum err form_draft_publish(struct ctx *, struct form_draft_open *,
	    const char *reason, int64_t version, const struct casetype **out);

/* For form_edit.c: writes the tree as the next version of the draft. */
enum err form_draft_save(struct ctx *, struct form_draft_open *,
	    int64_t version);
/* Reads a text anew into model, faults and gaps. False: it is no form. */
bool	 form_draft_read(struct ctx *, struct form_draft_open *,
	    const char *source);
/* What languages lack, from the model. */
struct form_draft_gap *form_draft_gaps(struct ctx *,
	    const struct type_form *);

#endif
