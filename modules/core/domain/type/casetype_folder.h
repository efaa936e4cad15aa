/* SPDX-License-Identifier: MIT */
#ifndef DOMAIN_CASETYPE_FOLDER_H
#define DOMAIN_CASETYPE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/ctx.h"

/*
 * The files of a case type's folder: type.xml and the models that are
 * installed with it. Each version has its own, so that an old decision finds
 * the table that made it.
 */
#define CASETYPE_FOLDER_MODELS	50	/* files in a folder */
#define CASETYPE_FOLDER_BYTES	((size_t)2 << 20)	/* of a file */

struct store_type_model;

/* The bytes of a file of at most max. */
enum err casetype_folder_bytes(struct ctx *, const char *path, size_t max,
	    struct buf *out);
/* All *.dmn of a folder, its plan.cmmn, its forms and its standard care plans
 * (.xml), by name. */
/* One of them, under the name that it has there. */
enum err casetype_folder_model(struct ctx *, const char *path,
	    const char *name, struct store_type_model **out);
/* All *.dmn of a folder, its plan.cmmn and its forms (.xml), by name. */
enum err casetype_folder_models(struct ctx *, const char *dir,
	    struct store_type_model **out);
/* Whether a version has just these. */
enum err casetype_folder_same(struct ctx *, int64_t type,
	    const struct store_type_model *, bool *out);
enum err casetype_folder_keep(struct ctx *, int64_t type,
	    const struct store_type_model *);

#endif
