/* SPDX-License-Identifier: MIT */
#ifndef TESTS_TYPE_FOLDER_H
#define TESTS_TYPE_FOLDER_H

#include "base/refuse.h"

struct casetype;

/* A folder from which a test installs types of cases. */
void	 type_folder_open(void);	/* it goes with the program */
const char *type_folder_path(const char *file);
void	 type_folder_put(const char *file, const char *text);
const char *type_folder_text(const char *file);
void	 type_folder_drop(const char *file);
enum err type_folder_install(const struct casetype **);

#endif
