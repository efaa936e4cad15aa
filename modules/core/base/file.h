/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/digest.h"

struct arena;

/* What every file needs. False with errno where it fails. */
bool	 file_write(int fd, const void *, size_t);	/* all of it */
void	 file_close(int fd);		/* -1: none; errno stays as it was */
bool	 file_flush_folder(const char *path);	/* its names are on disk */
bool	 file_is_empty_folder(const char *path);
/* mkdir -p of what lies above path; each new one gets the mode. */
bool	 file_folders(struct arena *, const char *path, mode_t);
/* All of a small file; NULL with errno. */
char	*file_text(struct arena *, const char *path);

/* What a file holds. */
struct file_sum {
	int64_t bytes;
	unsigned char sha256[DIGEST_SIZE];
};
bool	 file_sum(const char *path, struct file_sum *out);
/* The same of what is still to be read, copied on the way unless to is -1. */
bool	 file_copy(int from, int to, struct file_sum *out);

#endif
