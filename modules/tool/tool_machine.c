/* SPDX-License-Identifier: MIT */
/* Web servers, init and the clock of this machine, by their traces. */
#include "tool/tool_machine.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

const char *const tool_machine_programs[] = {
	"signon", "intake", "casework", "legal", "medical", "portal",
	"admin", NULL
};

enum tool_machine_web
tool_machine_web(void)
{
	if (access("/etc/nginx/nginx.conf", F_OK) == 0)
		return WEB_NGINX;
	if (access("/etc/apache2/apache2.conf", F_OK) == 0 ||
	    access("/etc/httpd/conf/httpd.conf", F_OK) == 0)
		return WEB_APACHE;
	if (access("/etc/lighttpd/lighttpd.conf", F_OK) == 0)
		return WEB_LIGHTTPD;
	return WEB_NONE;
}

bool
tool_machine_web_user(int n, struct tool_may_user *u)
{
	static const char *const names[] = { "www-data", "nginx", "apache",
	    "http", "lighttpd", "wwwrun", NULL };
	int i;

	for (i = 0; names[i] != NULL; i++)
		if (tool_may_user(u, names[i]) && n-- == 0)
			return true;
	return false;
}

bool
tool_machine_systemd(void)
{
	return access("/run/systemd/system", F_OK) == 0;
}

const char *
tool_machine_timezone(struct arena *a)
{
	char path[200] = "";
	const char *zone;
	ssize_t n = readlink("/etc/localtime", path, sizeof(path) - 1);
	FILE *f;

	if (n > 0 && (zone = strstr(path, "zoneinfo/")) != NULL)
		return arena_text(a, zone + strlen("zoneinfo/"));
	path[0] = '\0';
	if ((f = fopen("/etc/timezone", "re")) != NULL) {
		if (fgets(path, sizeof(path), f) == NULL)
			path[0] = '\0';
		fclose(f);
	}
	return arena_textn(a, path, strcspn(path, "\n"));
}

const char *
tool_machine_host(struct arena *a)
{
	struct addrinfo hints = { .ai_flags = AI_CANONNAME }, *list;
	char name[256] = "localhost";
	const char *whole;

	if (gethostname(name, sizeof(name) - 1) != 0 ||
	    getaddrinfo(name, NULL, &hints, &list) != 0)
		return arena_text(a, name);
	whole = list->ai_canonname != NULL ?
	    arena_text(a, list->ai_canonname) : arena_text(a, name);
	freeaddrinfo(list);
	return whole;
}
