/* SPDX-License-Identifier: MIT */
/* Copies the settings, and knows them again by their names. */
#include "domain/house/backup_settings.h"

#include <dirent.h>
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/stat.h>

#include "base/config.h"
#include "domain/house/backup.h"
#include "text/message.h"

#define AT(member)	offsetof(struct config, member)
const struct backup_setting backup_settings[] = {
	{ "secret", "dossier", "secret_file", AT(secret_file), 0440 },
	{ BACKUP_PASSWORD, "directory", "password_file",
	    AT(ldap_password_file), 0400 },
	{ "ldap-ca.pem", "directory", "ca", AT(ldap_ca), 0644 },
	{ "templates_site", "dossier", "templates_site",
	    AT(templates_site), 0644 },
	{ 0 }
};
#undef AT

static enum err
copy_file(struct ctx *cx, struct backup_manifest *m, const char *from,
    const char *folder, const char *name)
{
	const char *to = arena_printf(cx->arena, "%s/%s", folder, name);
	struct file_sum seen;

	if (!backup_file_copy(from, to, 0600, &seen))
		return refuse(cx, ERR_BUSY, _("%s, which a restore needs, "
		    "could not be copied: %s."), from, strerror(errno));
	return backup_manifest_add(cx, m, folder, name);
}

static enum err copy_path(struct ctx *, struct backup_manifest *,
    const char *from, const char *folder, const char *name);

static enum err
copy_folder(struct ctx *cx, struct backup_manifest *m, const char *from,
    const char *folder, const char *name)
{
	const char *to = arena_printf(cx->arena, "%s/%s", folder, name);
	struct dirent *f;
	enum err e = OK;
	DIR *d;

	if ((d = opendir(from)) == NULL)
		return backup_file_failed(cx, from);
	if (mkdir(to, 0700) != 0)
		e = backup_file_failed(cx, to);
	while (e == OK && (f = readdir(d)) != NULL)
		if (f->d_name[0] != '.')
			e = copy_path(cx, m, arena_printf(cx->arena, "%s/%s",
			    from, f->d_name), folder,
			    arena_printf(cx->arena, "%s/%s", name,
			    f->d_name));
	closedir(d);
	return e;
}

/* A file, or all files of a folder; sockets and their like stay. */
static enum err
copy_path(struct ctx *cx, struct backup_manifest *m, const char *from,
    const char *folder, const char *name)
{
	struct stat st;

	if (stat(from, &st) != 0)
		return errno == ENOENT ? OK : backup_file_failed(cx, from);
	if (S_ISDIR(st.st_mode))
		return copy_folder(cx, m, from, folder, name);
	return S_ISREG(st.st_mode) ? copy_file(cx, m, from, folder, name) :
	    OK;
}

static const char *
path_of(const struct config *c, const struct backup_setting *s)
{
	return *(const char *const *)(const void *)((const char *)c + s->at);
}

enum err
backup_settings_copy(struct ctx *cx, struct backup_manifest *m,
    const char *folder)
{
	const struct backup_setting *s;
	const char *path;
	enum err e;

	e = copy_path(cx, m, cx->conf->path, folder, BACKUP_CONF);
	for (s = backup_settings; e == OK && s->name != NULL; s++) {
		path = path_of(cx->conf, s);
		if (*path != '\0')
			e = copy_path(cx, m, path, folder, s->name);
	}
	return e;
}

static bool
is_part(const char *file, const char *name)
{
	size_t n = strlen(name);

	return strncmp(file, name, n) == 0 &&
	    (file[n] == '\0' || file[n] == '/');
}

mode_t
backup_settings_mode(const char *name)
{
	const struct backup_setting *s;

	for (s = backup_settings; s->name != NULL; s++)
		if (is_part(name, s->name))
			return s->mode;
	return strncmp(name, "dossier.d", 9) == 0 ? 0660 : 0644;
}

bool
backup_settings_in(const struct backup_manifest *m,
    const struct backup_setting *s)
{
	const struct backup_manifest_file *f;

	for (f = m->files; f != NULL; f = f->next)
		if (is_part(f->name, s->name))
			return true;
	return false;
}
