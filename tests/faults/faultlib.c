/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program, it makes the system fail:
 *   FAULT_MALLOC=N   the N-th allocation gives nothing
 *   FAULT_IO=N       the N-th change of what lies below FAULT_BELOW fails
 *   FAULT_ERROR=     with nospace, io, or short: half of it is written
 *   FAULT_EVER=1     and so does each one after it
 *   FAULT_FULL=FILE  while FILE is there, there is no room below FAULT_BELOW
 *   FAULT_COUNT=FILE at the end: allocations and changes that there were
 * Failures of files that the program maps are not made.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static long allocations, changes;
static long bad_allocation, bad_change;		/* 0: none */
static bool begun, ever;
static int error;				/* 0: half of it is written */
static const char *below, *full;

static long
number(const char *name)
{
	const char *s = getenv(name);

	return s == NULL ? 0 : strtol(s, NULL, 10);
}

__attribute__((constructor)) static void
begin(void)
{
	const char *how = getenv("FAULT_ERROR");

	bad_allocation = number("FAULT_MALLOC");
	bad_change = number("FAULT_IO");
	ever = number("FAULT_EVER") != 0;
	error = how == NULL || strcmp(how, "nospace") == 0 ? ENOSPC :
	    strcmp(how, "io") == 0 ? EIO : 0;
	below = getenv("FAULT_BELOW");
	full = getenv("FAULT_FULL");
	begun = true;
}

__attribute__((destructor)) static void
finish(void)
{
	const char *to = getenv("FAULT_COUNT");
	int fd;

	begun = false;
	if (to != NULL &&
	    (fd = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0666)) != -1) {
		dprintf(fd, "%ld %ld\n", allocations, changes);
		close(fd);
	}
}

static bool
turn(long n, long bad)
{
	return bad != 0 && (n == bad || (ever && n > bad));
}

static bool
no_memory(void)
{
	if (!begun || !turn(++allocations, bad_allocation))
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return no_memory() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return no_memory() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return no_memory() ? NULL : __libc_realloc(p, n);
}

static bool
is_below(const char *path)
{
	return below != NULL && path != NULL &&
	    strncmp(path, below, strlen(below)) == 0;
}

static bool
lies_below(int fd)
{
	char link[40], path[PATH_MAX];
	ssize_t n;

	if (!begun || below == NULL)
		return false;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	if ((n = readlink(link, path, sizeof(path) - 1)) <= 0)
		return false;
	path[n] = '\0';
	return is_below(path);
}

/* Is it this change's turn to fail? */
static bool
fails(void)
{
	if (!turn(++changes, bad_change))
		return false;
	errno = error == 0 ? EIO : error;
	return true;
}

/* Is there no room now? */
static bool
is_full(void)
{
	if (full == NULL || syscall(SYS_access, full, F_OK) != 0)
		return false;
	errno = ENOSPC;
	return true;
}

/* False: the call fails now. Else *n is how much of it is done. */
static bool
may_write(int fd, size_t *n)
{
	if (!lies_below(fd))
		return true;
	if (is_full())
		return false;
	if (!fails())
		return true;
	if (error != 0 || *n < 2)
		return false;
	*n /= 2;
	return true;
}

ssize_t
write(int fd, const void *p, size_t n)
{
	return may_write(fd, &n) ? syscall(SYS_write, fd, p, n) : -1;
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	return may_write(fd, &n) ? syscall(SYS_pwrite64, fd, p, n, at) : -1;
}

ssize_t
pwrite64(int fd, const void *p, size_t n, off64_t at)
{
	return pwrite(fd, p, n, at);
}

int
fsync(int fd)
{
	return lies_below(fd) && fails() ? -1 :
	    (int)syscall(SYS_fsync, fd);
}

int
fdatasync(int fd)
{
	return lies_below(fd) && fails() ? -1 :
	    (int)syscall(SYS_fdatasync, fd);
}

int
ftruncate(int fd, off_t n)
{
	return lies_below(fd) && (is_full() || fails()) ? -1 :
	    (int)syscall(SYS_ftruncate, fd, n);
}

int
ftruncate64(int fd, off64_t n)
{
	return ftruncate(fd, n);
}

int
mkdir(const char *path, mode_t mode)
{
	return begun && is_below(path) && fails() ? -1 :
	    (int)syscall(SYS_mkdir, path, mode);
}

int
rename(const char *from, const char *to)
{
	return begun && is_below(to) && fails() ? -1 :
	    (int)syscall(SYS_rename, from, to);
}

static int
opened(const char *path, int flags, mode_t mode)
{
	return begun && (flags & O_CREAT) != 0 && is_below(path) &&
	    access(path, F_OK) != 0 && fails() ? -1 :
	    (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define MODE(flags, mode) do {			\
	va_list ap;				\
	va_start(ap, flags);			\
	mode = va_arg(ap, mode_t);		\
	va_end(ap);				\
} while (0)

int
open(const char *path, int flags, ...)
{
	mode_t mode;

	MODE(flags, mode);
	return opened(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	mode_t mode;

	MODE(flags, mode);
	return opened(path, flags, mode);
}

int
mkostemp(char *template, int flags)
{
	int (*next)(char *, int) = (int (*)(char *, int))dlsym(RTLD_NEXT,
	    "mkostemp");

	return begun && is_below(template) && fails() ? -1 :
	    next(template, flags);
}
