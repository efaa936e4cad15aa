/* SPDX-License-Identifier: MIT */
/* Who may do what: mode bits, and access lists as the kernel keeps them. */
#include "tool/tool_may.h"

#include <endian.h>
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/count.h"

/* An entry of an access list, in the order in which they are sorted. */
enum tag {
	TAG_OWNER = 1, TAG_USER = 2, TAG_THE_GROUP = 4, TAG_GROUP = 8,
	TAG_MASK = 16, TAG_OTHER = 32
};

struct entry {
	uint16_t tag, what;
	uint32_t id;
};

#define ENTRIES 64
#define ACCESS "system.posix_acl_access"
#define INITIAL "system.posix_acl_default"

struct list {
	uint32_t version;
	struct entry e[ENTRIES];
};

bool
tool_may_user(struct tool_may_user *u, const char *name)
{
	struct passwd *p = getpwnam(name);

	if (p == NULL)
		return false;
	u->name = name;
	u->uid = p->pw_uid;
	u->n = TOOL_MAY_GROUPS;
	if (getgrouplist(name, p->pw_gid, u->groups, &u->n) < 0)
		u->n = TOOL_MAY_GROUPS;
	return true;
}

void
tool_may_uid(struct tool_may_user *u, struct arena *a, uid_t uid)
{
	struct passwd *p = getpwuid(uid);

	if (p != NULL && tool_may_user(u, arena_text(a, p->pw_name)))
		return;
	*u = (struct tool_may_user){ .uid = uid };
	u->name = arena_printf(a, "%u", (unsigned int)uid);
}

static bool
in_group(const struct tool_may_user *u, gid_t gid)
{
	int i;

	for (i = 0; i < u->n; i++)
		if (u->groups[i] == gid)
			return true;
	return false;
}

/* The access list of a path; 0 entries when it has none but its mode. */
static size_t
read_list(const char *path, const char *which, struct list *l)
{
	ssize_t n = getxattr(path, which, l, sizeof(*l));

	if (n < (ssize_t)sizeof(l->version) || le32toh(l->version) != 2)
		return 0;
	return ((size_t)n - sizeof(l->version)) / sizeof(l->e[0]);
}

static int
by_list(const struct tool_may_user *u, const struct stat *st,
    const struct list *l, size_t n)
{
	int mask = 7, user = -1, group = -1, other = 0, what;
	uint32_t id;
	size_t i;

	for (i = 0; i < n; i++) {
		what = le16toh(l->e[i].what);
		id = le32toh(l->e[i].id);
		switch (le16toh(l->e[i].tag)) {
		case TAG_USER:
			if (id == u->uid)
				user = what;
			break;
		case TAG_THE_GROUP:
			id = st->st_gid;
			/* FALLTHROUGH */
		case TAG_GROUP:
			if (in_group(u, id))
				group = (group < 0 ? 0 : group) | what;
			break;
		case TAG_MASK:
			mask = what;
			break;
		case TAG_OTHER:
			other = what;
			break;
		}
	}
	if (user >= 0)
		return user & mask;
	return group >= 0 ? group & mask : other;
}

/* What the user may do with one path, whatever leads to it. */
static int
allowed(const struct tool_may_user *u, const char *path)
{
	struct stat st;
	struct list l;
	size_t n;

	if (stat(path, &st) != 0)
		return 0;
	if (st.st_uid == u->uid)
		return st.st_mode >> 6 & 7;
	if ((n = read_list(path, ACCESS, &l)) > 0)
		return by_list(u, &st, &l, n);
	return (in_group(u, st.st_gid) ? st.st_mode >> 3 : st.st_mode) & 7;
}

const char *
tool_may(struct arena *a, const struct tool_may_user *u, const char *path,
    int what)
{
	const char *part, *end = path;

	while (end != NULL && (end = strchr(end + 1, '/')) != NULL) {
		part = arena_textn(a, path, (size_t)(end - path));
		if ((allowed(u, part) & TOOL_MAY_RUN) == 0)
			return part;
	}
	return (allowed(u, path) & what) == what ? NULL : path;
}

/* The list: owner and group all, others nothing, one more group `what`. */
static bool
write_list(const char *path, const char *which, gid_t gid, int what)
{
	const struct entry e[] = {
		{ TAG_OWNER, 7, UINT32_MAX }, { TAG_THE_GROUP, 7, UINT32_MAX },
		{ TAG_GROUP, (uint16_t)what, gid },
		{ TAG_MASK, 7, UINT32_MAX }, { TAG_OTHER, 0, UINT32_MAX },
	};
	const size_t n = COUNT(e);
	struct list l = { .version = htole32(2) }, old = { 0 };
	size_t i;

	for (i = 0; i < n; i++) {
		l.e[i].tag = htole16(e[i].tag);
		l.e[i].what = htole16(e[i].what);
		l.e[i].id = htole32(e[i].id);
	}
	if (read_list(path, which, &old) == n &&
	    memcmp(old.e, l.e, sizeof(l.e[0]) * n) == 0)
		return true;
	return setxattr(path, which, &l,
	    sizeof(l.version) + sizeof(l.e[0]) * n, 0) == 0;
}

bool
tool_may_share(const char *folder, gid_t gid, int here, int inside)
{
	return write_list(folder, ACCESS, gid, here) &&
	    write_list(folder, INITIAL, gid, inside);
}
