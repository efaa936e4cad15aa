/* SPDX-License-Identifier: MIT */
/* Making users, folders and secrets, each so that a second run finds it
 * done and a kill leaves nothing half. */
#include "tool/tool_place.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "store/db.h"
#include "tool/tool_machine.h"
#include "tool/tool_may.h"

static bool
is_root(void)
{
	return geteuid() == 0;
}

static gid_t
programs_group(void)
{
	struct group *g = getgrnam(TOOL_PLACE_GROUP);

	return g != NULL ? g->gr_gid : getegid();
}

static bool
users_are_there(void)
{
	struct tool_may_user u;

	return getgrnam(TOOL_PLACE_GROUP) != NULL &&
	    tool_may_user(&u, TOOL_PLACE_USER) &&
	    tool_may_user(&u, TOOL_PLACE_CLOCK);
}

/* Runs a command of the system with our PATH. */
static bool
run(const char *const *words)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		execvp(words[0], (char **)(uintptr_t)words);
		_exit(127);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

static void
make_user(const char *name)
{
	const char *const useradd[] = { "useradd", "--system",
	    "--no-create-home", "--user-group", "--groups",
	    TOOL_PLACE_GROUP, "--shell", "/usr/sbin/nologin", name, NULL };

	run(useradd);
}

/* As sysusers.d/dossier.conf says, or the same by hand without systemd. */
static void
make_users(struct arena *a)
{
	static const char *const sysusers[] = { "systemd-sysusers",
	    "dossier.conf", NULL };
	static const char *const groupadd[] = { "groupadd", "--system",
	    TOOL_PLACE_GROUP, NULL };
	const char *const *p;

	if (access("/usr/bin/systemd-sysusers", X_OK) == 0 && run(sysusers))
		return;
	run(groupadd);
	for (p = tool_machine_programs; *p != NULL; p++)
		make_user(arena_printf(a, "dossier-%s", *p));
	make_user(TOOL_PLACE_CLOCK);
}

int
tool_place_users(struct arena *a)
{
	if (!is_root() || users_are_there())
		return TOOL_DONE;
	make_users(a);
	endpwent();
	if (!users_are_there())
		return tool_fail("the programs' users cannot be made: the "
		    "group " TOOL_PLACE_GROUP " and in it dossier-signon, "
		    "dossier-intake, dossier-casework, dossier-legal, "
		    "dossier-medical, dossier-portal, dossier-admin and "
		    "dossier-clock are needed.");
	puts("made the programs' users");
	return TOOL_DONE;
}

/* mkdir -p. */
static bool
make_folder(struct arena *a, const char *path, bool *made)
{
	*made = file_folders(a, path, 0755) && mkdir(path, 0700) == 0;
	return *made || errno == EEXIST;
}

int
tool_place_folder_of(struct arena *a, const char *file)
{
	const char *end = strrchr(file, '/'), *path;
	bool made;

	if (end == NULL || end == file)
		return TOOL_DONE;
	path = arena_textn(a, file, (size_t)(end - file));
	if (!make_folder(a, path, &made))
		return tool_fail("%s cannot be made: %s", path,
		    strerror(errno));
	if (made && chmod(path, 0755) == 0)
		printf("made %s\n", path);
	return TOOL_DONE;
}

/* A folder of the programs. One with other things in it is not taken. */
static int
place_folder(struct arena *a, const char *path, mode_t mode)
{
	gid_t gid = programs_group();
	struct stat st;
	bool made;

	if (!make_folder(a, path, &made) || stat(path, &st) != 0)
		return tool_fail("%s cannot be made: %s", path,
		    strerror(errno));
	if (is_root() && st.st_gid != gid && !file_is_empty_folder(path))
		return tool_fail("%s holds other things already; choose a "
		    "folder of Dossier's own.", path);
	if (!is_root())
		mode &= 01777;
	if ((is_root() && st.st_gid != gid && chown(path, 0, gid) != 0) ||
	    ((st.st_mode & 07777) != mode && chmod(path, mode) != 0))
		return tool_fail("%s: %s", path, strerror(errno));
	if (made)
		printf("made %s\n", path);
	return TOOL_DONE;
}

/* The same, and the web server's group comes in. */
static int
place_shared(struct arena *a, const char *path, mode_t mode, int inside)
{
	struct tool_may_user web;
	int status;

	if ((status = place_folder(a, path, mode)) != TOOL_DONE)
		return status;
	if (tool_machine_web_user(0, &web) && !tool_may_share(path,
	    web.groups[0], TOOL_MAY_READ | TOOL_MAY_RUN, inside))
		return tool_fail("%s: the web server's user %s gets no access "
		    "(%s); choose a file system with access lists, or set "
		    "sendfile = none.", path, web.name, strerror(errno));
	return TOOL_DONE;
}

/* Bytes into a new file, whole or not at all; an old one stays. */
static int
place_file(struct arena *a, const char *path, const void *bytes, size_t n,
    mode_t mode, uid_t uid, gid_t gid)
{
	const char *part = arena_printf(a, "%s.part", path);
	int fd;
	bool ok;

	unlink(part);
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
	ok = fd != -1 && write(fd, bytes, n) == (ssize_t)n &&
	    (!is_root() || fchown(fd, uid, gid) == 0) &&
	    fchmod(fd, mode) == 0 && fsync(fd) == 0;
	ok = ok && rename(part, path) == 0;
	if (!ok)
		tool_fail("%s cannot be written: %s", path, strerror(errno));
	if (fd != -1)
		close(fd);
	if (!ok)
		unlink(part);
	else
		printf("made %s\n", path);
	return ok ? TOOL_DONE : TOOL_FAILED;
}

static int
place_secret(struct arena *a, const char *path)
{
	unsigned char bytes[32];
	int status;

	if (access(path, F_OK) == 0)
		return TOOL_DONE;
	digest_random(bytes, sizeof(bytes));
	status = place_file(a, path, bytes, sizeof(bytes),
	    is_root() ? 0440 : 0400, 0, programs_group());
	explicit_bzero(bytes, sizeof(bytes));
	return status;
}

int
tool_place_password(struct arena *a, const char *path, const char *text)
{
	struct passwd *p = getpwnam(TOOL_PLACE_USER);
	struct group *g = getgrnam(TOOL_PLACE_CLOCK);

	return place_file(a, path, text, strlen(text),
	    is_root() ? 0440 : 0400, p == NULL ? geteuid() : p->pw_uid,
	    g == NULL ? getegid() : g->gr_gid);
}

/* The folder of seals is the clock's; other programs only read there. */
static int
place_seals(struct arena *a, const char *file)
{
	const char *end = strrchr(file, '/'), *path;
	struct passwd *p = getpwnam(TOOL_PLACE_CLOCK);
	bool made;

	if (end == NULL || end == file)
		return TOOL_DONE;
	path = arena_textn(a, file, (size_t)(end - file));
	if (!make_folder(a, path, &made))
		return tool_fail("%s cannot be made: %s", path,
		    strerror(errno));
	if (made && is_root() && (p == NULL ||
	    chown(path, p->pw_uid, programs_group()) != 0 ||
	    chmod(path, 0750) != 0))
		return tool_fail("%s: %s", path, strerror(errno));
	if (made)
		printf("made %s\n", path);
	return TOOL_DONE;
}

/* For the user of the store alone; what is there already is as it should
 * be, or `dossier backup` says so. */
static int
place_backup(struct arena *a, const char *path)
{
	struct passwd *p = getpwnam(TOOL_PLACE_USER);
	bool made;

	if (!make_folder(a, path, &made) || (made && p != NULL &&
	    chown(path, p->pw_uid, programs_group()) != 0))
		return tool_fail("%s cannot be made: %s", path,
		    strerror(errno));
	if (made)
		printf("made %s\n", path);
	return TOOL_DONE;
}

int
tool_place_all(struct tool *t)
{
	const struct config *c = t->cx.conf;
	struct arena *a = t->cx.arena;
	const char *end = strrchr(c->store, '/');
	const char *data = end == NULL || end == c->store ? NULL :
	    arena_textn(a, c->store, (size_t)(end - c->store));
	int status = TOOL_DONE;

	/* The web server walks through the data to the documents. */
	if (data != NULL && data[0] == '/')
		status = place_folder(a, data, 02771);
	if (status == TOOL_DONE)
		status = place_shared(a, c->documents, 02770,
		    TOOL_MAY_READ | TOOL_MAY_RUN);
	/* systemd makes the sockets itself. */
	if (status == TOOL_DONE && !(is_root() && tool_machine_systemd()))
		status = place_shared(a, c->sockets, 02770,
		    TOOL_MAY_READ | TOOL_MAY_WRITE);
	if (status == TOOL_DONE)
		status = place_secret(a, c->secret_file);
	if (status == TOOL_DONE)
		status = place_seals(a, c->seal_file);
	if (status == TOOL_DONE && is_root())
		status = place_backup(a, c->backup);
	return status;
}

int
tool_place_step_down(void)
{
	struct passwd *p;

	umask(007);
	if (!is_root())
		return TOOL_DONE;
	if ((p = getpwnam(TOOL_PLACE_USER)) == NULL ||
	    initgroups(TOOL_PLACE_USER, programs_group()) != 0 ||
	    setgid(programs_group()) != 0 || setuid(p->pw_uid) != 0)
		return tool_fail("root cannot become %s: %s", TOOL_PLACE_USER,
		    strerror(errno));
	return TOOL_DONE;
}

/* Whose are files of the store: of its file's owner, or as they would be
 * made where it is a database. NULL: root's, or none. */
static struct passwd *
owner_of_store(struct tool *t)
{
	const char *store = t->cx.conf->store;
	struct stat st;

	if (!db_is_file(store))
		return getpwnam(TOOL_PLACE_USER);
	if (stat(db_place(t->cx.arena, store), &st) != 0 || st.st_uid == 0)
		return NULL;
	return getpwuid(st.st_uid);
}

/* A new or empty folder of root becomes theirs. */
static bool
hand_over(struct arena *a, const char *dir, uid_t uid, gid_t gid)
{
	struct stat st;
	bool made;

	return make_folder(a, dir, &made) && stat(dir, &st) == 0 &&
	    (st.st_uid == uid || !file_is_empty_folder(dir) ||
	    chown(dir, uid, gid) == 0);
}

int
tool_place_backup(struct tool *t, const char *dir)
{
	struct passwd *p;
	gid_t gid;

	umask(077);
	if (dir != NULL && *dir != '/')
		return tool_fail("“%s” is not an absolute path.", dir);
	if (!is_root() || (p = owner_of_store(t)) == NULL)
		return TOOL_DONE;
	gid = users_are_there() ? programs_group() : p->pw_gid;
	if (dir != NULL && !hand_over(t->cx.arena, dir, p->pw_uid, gid))
		return tool_fail("%s cannot be made: %s", dir,
		    strerror(errno));
	if (initgroups(p->pw_name, gid) != 0 || setgid(gid) != 0 ||
	    setuid(p->pw_uid) != 0)
		return tool_fail("root cannot become %s: %s", p->pw_name,
		    strerror(errno));
	return TOOL_DONE;
}

int
tool_place_restore(struct tool *t, const char *to)
{
	const char *documents = arena_printf(t->cx.arena, "%s/documents", to);

	umask(007);
	if (!is_root() || !users_are_there())
		return TOOL_DONE;
	if (chown(to, 0, programs_group()) != 0 || chmod(to, 02771) != 0)
		return tool_fail("%s: %s", to, strerror(errno));
	return place_shared(t->cx.arena, documents, 02770,
	    TOOL_MAY_READ | TOOL_MAY_RUN);
}

/* A file that may not be there. */
static bool
give(const char *path, uid_t uid, gid_t gid, mode_t mode)
{
	return (chown(path, uid, gid) == 0 && chmod(path, mode) == 0) ||
	    errno == ENOENT;
}

int
tool_place_restored(struct tool *t, const char *to, const char *store,
    const char *password)
{
	struct passwd *p = getpwnam(TOOL_PLACE_USER);
	struct group *g = getgrnam(TOOL_PLACE_CLOCK);
	struct arena *a = t->cx.arena;

	if (!is_root() || p == NULL || g == NULL)
		return TOOL_DONE;
	if (!give(arena_printf(a, "%s/%s", to, store), p->pw_uid,
	    programs_group(), 0660) ||
	    !give(arena_printf(a, "%s/%s", to, password), p->pw_uid,
	    g->gr_gid, 0440))
		return tool_fail("%s: %s", to, strerror(errno));
	return TOOL_DONE;
}
