/* SPDX-License-Identifier: MIT */
/* A folder from which a test installs types of cases. */
#include "type_folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "domain/course/casetype_install.h"
#include "source.h"
#include "store/store_type.h"
#include "world.h"

static char folder[] = "/tmp/type-XXXXXX";
static pid_t maker;

const char *
type_folder_path(const char *file)
{
	return arena_printf(cx.arena, "%s/casetypes/type/%s", folder, file);
}

void
type_folder_put(const char *file, const char *text)
{
	FILE *f = fopen(type_folder_path(file), "we");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		log_fatal("%s cannot be written", file);
}

const char *
type_folder_text(const char *file)
{
	return file_text(cx.arena, type_folder_path(file));
}

void
type_folder_drop(const char *file)
{
	unlink(type_folder_path(file));
}

static int
gone(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static void
clear(void)
{
	if (getpid() == maker)
		nftw(folder, gone, 8, FTW_DEPTH | FTW_PHYS);
}

/* The grammar of types lies beside them, as where they are installed. */
void
type_folder_open(void)
{
	if (mkdtemp(folder) == NULL)
		log_fatal("no folder for tests");
	maker = getpid();
	atexit(clear);
	given();
	if (mkdir(arena_printf(cx.arena, "%s/casetypes", folder),
	    0700) != 0 ||
	    mkdir(type_folder_path(""), 0700) != 0)
		log_fatal("no folder for types");
	if (mkdir(type_folder_path("forms"), 0700) != 0)
		log_fatal("no folder for forms");
	if (mkdir(type_folder_path("careplans"), 0700) != 0)
		log_fatal("no folder for standard plans");
	type_folder_put("../careplan.rng",
	    source_text("etc/casetypes/careplan.rng"));
	type_folder_put("../form.rng", source_text("etc/casetypes/form.rng"));
	type_folder_put("../type.rng", source_text("etc/casetypes/type.rng"));
}

/* What was read of a version is kept by its row until the process ends, and
 * rows begin anew in each world: those that another version had are passed,
 * by versions long before the first. */
enum err
type_folder_install(const struct casetype **t)
{
	static int64_t last;
	static int version;
	struct store_type passed = { .code = "complaint", .source = "",
	    .sha256 = "" };
	enum err e;

	while (passed.id < last) {
		passed.version = --version;
		if (store_type_add(&cx, &passed) != OK)
			log_fatal("no row of a type can be passed");
	}
	if ((e = casetype_install(&cx, type_folder_path(""), t)) == OK)
		last = (*t)->id;
	return e;
}
