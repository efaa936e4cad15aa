/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_DOCUMENT_H
#define DOMAIN_DOCUMENT_H

#include "base/ctx.h"
#include "domain/dossier/exchange.h"
#include "model/casetype.h"
#include "model/document.h"
#include "model/dossier.h"

/*
 * Files of a dossier. The bytes lie under their SHA-256 and never change: a
 * newer file is a further version, a better name leaves the file's own, and
 * what does not belong here is withdrawn, not removed. A refused value names
 * the field: "files" "file" (of a version) "name" "kind" "dated" "compartment"
 * "why", and those of domain/dossier/exchange.h.
 */
struct document_new {
	const char *name, *media_type;
	const char *kind;	/* as typed: a word for a kind, or any; NULL */
	const char *dated;	/* civil date of the letter itself; "" NULL */
	const char *compartment;	/* a code, of one added; "" NULL none */
	const struct exchange_new *exchange;	/* of one added; NULL none */
	const char *path;	/* fsynced file to be taken over; NULL: the
				 * bytes lie there already */
	const char *sha256;
	size_t bytes;
};
enum err document_add(struct ctx *, struct dossier *,
	    const struct document_new *, struct document **out);
/* A further version; ERR_INVALID when it has the bytes of the newest.
 * Name, kind and date of the document stay. */
enum err document_revise(struct ctx *, struct dossier *, struct document *,
	    const struct document_new *);
/* One not withdrawn that has these bytes already, or NULL. path,
 * unless it is NULL, has them too: it stands in for what is missing or
 * damaged. */
enum err document_same(struct ctx *, const struct dossier *,
	    const char *sha256, const char *path, struct document **out);

/* ERR_MISSING. For showing what is known of it. */
enum err document_find(struct ctx *, const struct dossier *, int64_t no,
	    struct document **out);
enum err document_versions(struct ctx *, const struct document *,
	    struct document_version **out);	/* newest first */
/* For sending a version, 0 the newest: *out has its bytes, and as its name
 * the one to save it under. Also leaves the look "document.sent". */
enum err document_open(struct ctx *, const struct dossier *, int64_t no,
	    int64_t version, struct document **out);

/* version is the one the form was made from: ERR_CONFLICT when another
 * saved meanwhile. */
struct document_change {
	const char *name, *kind, *dated;	/* as typed */
	int64_t version;
};
enum err document_change(struct ctx *, struct dossier *, struct document *,
	    const struct document_change *);
/* It does not belong here: kept and marked, with a reason; and back. */
enum err document_withdraw(struct ctx *, struct dossier *,
	    struct document *, const char *why);
enum err document_withdraw_back(struct ctx *, struct dossier *,
	    struct document *, const char *why);

/* Page by page. */
struct document_filter {
	const char *kind;	/* code, "" those without; NULL every kind */
	int64_t person;		/* exchanged with them: exchange_person() */
	bool others;		/* as of exchange_filter */
	enum document_order order;
	int64_t after;		/* no of the last page's last, 0 none */
	int limit;		/* 0: all */
};
enum err document_list(struct ctx *, const struct dossier *,
	    const struct document_filter *, struct document **out);
/* The kinds that are there, and how many have each. */
enum err document_list_kinds(struct ctx *, const struct dossier *,
	    struct document_kind **out);

#endif
