/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "check.h"

#define START "[dossier]\nbase_url = http://127.0.0.1:8080/\n"		\
	"timezone = Asia/Tokyo\n"

static struct arena *a;
static const char *why;
static char path[] = "/tmp/dossier-conf-XXXXXX";

/* Reads these words as a file. */
static const struct config *
given(const char *text)
{
	FILE *f = fopen(path, "we");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		abort();
	return config_read(a, path, &why);
}

static bool
says(const char *words)
{
	if (why != NULL && strstr(why, words) != NULL)
		return true;
	printf("# it says: %s\n", why == NULL ? "nothing" : why);
	return false;
}

static void
two_keys_are_enough(void)
{
	const struct config *c = given(START);

	CHECK(c != NULL && why == NULL);
	if (c == NULL)
		return;
	CHECK_TEXT(c->base_url, "http://127.0.0.1:8080");
	CHECK_TEXT(c->language, "en");
	CHECK_TEXT(c->templates_site, "");
	CHECK(c->workers == 2 && c->session_idle == 1800);
	CHECK(c->form_bytes == 1024 * 1024 && !c->demo);
	CHECK(c->groups == NULL);
}

static void
values_of_every_kind_are_taken(void)
{
	const struct config *c = given(START "demo = yes\nsite_name = Stadt "
	    "Zürich ; a remark\nlanguage = ja\n[serve]\nworkers = 7\n"
	    "file_bytes = 20M\nform_bytes=65536\n[directory]\n"
	    "person = (&(objectClass=user)(sAMAccountName=%s))\n");

	CHECK(c != NULL);
	if (c == NULL) {
		says("");
		return;
	}
	CHECK(c->demo && c->workers == 7);
	CHECK(c->file_bytes == 20 * 1024 * 1024 && c->form_bytes == 65536);
	CHECK_TEXT(c->site_name, "Stadt Zürich");
	CHECK_TEXT(c->language, "ja");
	CHECK_TEXT(c->ldap_person,
	    "(&(objectClass=user)(sAMAccountName=%s))");
}

static void
active_directory_has_its_own_defaults(void)
{
	const struct config *c = given(START "[directory]\nkind = ad\n"
	    "group = (member=%s)\n");

	CHECK(c != NULL);
	if (c == NULL) {
		says("");
		return;
	}
	CHECK_TEXT(c->ldap_id, "objectGUID");
	CHECK_TEXT(c->ldap_nested, "ad");
	CHECK_TEXT(c->ldap_group, "(member=%s)");
	CHECK(strstr(c->ldap_person, "(userPrincipalName=%s)") != NULL);
	c = given(START);
	CHECK_TEXT(c->ldap_nested, "none");
	CHECK_TEXT(c->ldap_id, "entryUUID");
	CHECK(given(START "[directory]\nkind = novell\n") == NULL);
	CHECK(says(":5: \"kind\" must be one of: openldap ad"));
	CHECK(given(START "[directory]\npassword_url = /pw\n") == NULL);
	CHECK(says("\"password_url\" must begin with https://"));
}

static void
groups_keep_their_order_and_get_the_roles_level(void)
{
	const struct config *c = given(START
	    "[group Desk]\ngroup = clerks\nrole = clerk\n"
	    "types = complaint permit\nteam = Customer service\n"
	    "[group Heads]\ngroup=cn=heads,dc=x\nrole=manager\ntypes=*\n"
	    "team=Customer service\n[group Night]\ngroup=n\nrole=clerk\n"
	    "types=*\nteam=Night\nlevel=2\n"
	    "[group IT]\ngroup=it\nrole=admin\n");

	CHECK(c != NULL);
	if (c == NULL) {
		says("");
		return;
	}
	CHECK_TEXT(c->groups->label, "Desk");
	CHECK_TEXT(c->groups->types, "complaint permit");
	CHECK(c->groups->level == 3 && c->groups->line == 5);
	CHECK_TEXT(c->groups->next->group, "cn=heads,dc=x");
	CHECK(c->groups->next->level == 5);
	CHECK(c->groups->next->next->level == 2);
	CHECK(c->groups->next->next->next->level == 0);
	CHECK(c->groups->next->next->next->next == NULL);
}

static void
a_mistake_is_named_with_its_line(void)
{
	CHECK(given(START "time_zone = x\n") == NULL);
	CHECK(says(":4: there is no key \"time_zone\" in [dossier]"));
	CHECK(given(START "[server]\nworkers = 2\nfiles = 3\n") == NULL);
	CHECK(says(":5: there is no section [server]"));
	CHECK(given("workers = 2\n" START) == NULL);
	CHECK(says(":1: \"workers\" stands before"));
	CHECK(given(START "[serve]\nworkers = 0\n") == NULL);
	CHECK(says(":5: \"workers\" must be a whole number from 1 to 64"));
	CHECK(given(START "[serve]\nworkers = 2x\n") == NULL);
	CHECK(given(START "[serve]\nfile_bytes = 99999999999M\n") == NULL);
	CHECK(given(START "[serve]\nworkers = -2\n") == NULL);
	CHECK(given(START "demo = maybe\n") == NULL);
	CHECK(says(":4: \"demo\" must be yes or no"));
	CHECK(given(START "language = es\n") == NULL);
	CHECK(says(":4: \"language\" must be one of"));
	CHECK(given(START "language = e\n") == NULL);
	CHECK(given(START "documents = data\n") == NULL);
	CHECK(says(":4: \"documents\" is not an absolute path"));
	CHECK(given(START "timezone = UTC\n") == NULL);
	CHECK(says(":4: \"timezone\" is given twice, first in line 3"));
	CHECK(given(START "nonsense\n") == NULL);
	CHECK(says(":4: neither a [section]"));
}

static void
every_mistake_is_named_at_once(void)
{
	CHECK(given("[dossier]\nx = 1\ny = 2\n") == NULL);
	CHECK(says(":2: ") && says(":3: "));
	CHECK(says("\"timezone\" of [dossier] must be given"));
	CHECK(says("\"base_url\" of [dossier] must be given"));
}

static void
a_wrong_file_floods_nobody(void)
{
	char text[2000] = START;
	const char *s;
	size_t n = strlen(text);
	int i, lines = 1;

	for (i = 0; i < 50; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n,
		    "wrong%d = 1\n", i);
	CHECK(given(text) == NULL);
	for (s = why; s != NULL && (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	CHECK(lines == 21);
	CHECK(says(": 30 more mistakes"));
}

static void
base_is(const char *url, const char *origin, const char *below,
    const char *slug)
{
	const struct config *c;
	char text[200];

	snprintf(text, sizeof(text), "[dossier]\ntimezone = UTC\n"
	    "base_url = %s\n", url);
	CHECK((c = given(text)) != NULL);
	CHECK_TEXT(c->base_origin, origin);
	CHECK(strncmp(c->base_url, origin, strlen(origin)) == 0);
	CHECK_TEXT(c->base_url + strlen(origin), below);
	CHECK_TEXT(c->base_path, below);
	CHECK_TEXT(c->base_slug, slug);
	CHECK(c->base_tls == (strncmp(url, "https", 5) == 0));
}

static void
an_address_falls_into_its_parts(void)
{
	base_is("https://a.org", "https://a.org", "", "");
	base_is("https://a.org/", "https://a.org", "", "");
	base_is("http://a.org:8080", "http://a.org:8080", "", "");
	base_is("http://[::1]:81/x", "http://[::1]:81", "/x", "-x");
	base_is("https://a.org/dossier/", "https://a.org", "/dossier",
	    "-dossier");
	/* no two sites of a host share a cookie */
	base_is("https://a.org/a/b", "https://a.org", "/a/b", "-a+b");
	base_is("https://a.org/a-b", "https://a.org", "/a-b", "-a-b");
	/* a browser's origin has no usual port */
	base_is("https://a.org:443/x", "https://a.org", "/x", "-x");
	base_is("http://a.org:80", "http://a.org", "", "");
	base_is("https://a.org:80", "https://a.org:80", "", "");
	base_is("http://a.org:443", "http://a.org:443", "", "");
	base_is("https://a.org:8443", "https://a.org:8443", "", "");
}

static void
addresses_must_be_plain(void)
{
	static const char *const wrong[] = {
		"ftp://x", "dossier.example.org", "https://", "https:///a",
		"https://a b", "https://u@h", "http://a/b?c", "http://a/b#c",
		"http://a//b", "http://a/../b", "http://a/b c",
		"http://a/b%20c", "http://a/b;c", "http://a/b.c", "/a", NULL
	};
	char text[200];
	size_t i;

	for (i = 0; wrong[i] != NULL; i++) {
		snprintf(text, sizeof(text), "[dossier]\ntimezone = UTC\n"
		    "base_url = %s\n", wrong[i]);
		CHECK(given(text) == NULL);
		CHECK(says("\"base_url\" must look like"));
	}
}

static void
wrong_groups_are_named(void)
{
	CHECK(given(START "[group A]\ngroup = a\n") == NULL);
	CHECK(says(":5: the group \"A\" needs the keys"));
	CHECK(given(START "[group A]\ngroup = a\nrole = king\n") == NULL);
	CHECK(says(":6: \"role\" must be one of"));
	CHECK(given(START "[group A]\ngroup=a\nrole=clerk\ntypes=*\n")
	    == NULL);
	CHECK(says("both types and team"));
	CHECK(given(START "[group A]\ngroup=a\nrole=admin\ntypes=*\nteam=x\n")
	    == NULL);
	CHECK(says("no access to content"));
	CHECK(given(START "[group A]\ngroup=a\nrole=clerk\nlevel=all\n")
	    == NULL);
	CHECK(says(":7: \"level\" must be one of"));
	CHECK(given(START "[group A]\ngroup=a\nrole=clerk\ncolour=x\n")
	    == NULL);
	CHECK(says(":7: there is no key \"colour\" in a group"));
	CHECK(given(START "[group A]\ngroup=a\nrole=clerk\n[group B]\n"
	    "group=b\nrole=clerk\n[group A]\ngroup=c\nrole=clerk\n") == NULL);
	CHECK(says("the group \"A\" occurs twice"));
	CHECK(given(START "[group A]\ngroup=a\ngroup=b\nrole=clerk\n")
	    == NULL);
	CHECK(says(":6: \"group\" is given twice"));
}

static void
long_lines_and_missing_files_are_refused(void)
{
	char text[600];
	size_t n = (size_t)snprintf(text, sizeof(text), START "site_name = ");

	memset(text + n, 'x', 300);
	text[n + 300] = '\n';
	text[n + 301] = '\0';
	CHECK(given(text) == NULL);
	CHECK(says(":4: the line is longer"));
	CHECK(config_read(a, "/nonexistent/dossier.conf", &why) == NULL);
	CHECK(says("/nonexistent/dossier.conf: No such file"));
}

static void
webhooks_lead_where_they_were_sent(void)
{
	static const char *const wrong[] = { "", "ftp://example.org",
	    "http://example.org/", "http://localhost.example.org/",
	    "http://127.0.0.1@example.org/", "https://", "https://a b",
	    "https://[::1",
	    "https://u:p@example.org" };
	const struct config *c = given(START "[webhook erp]\n"
	    "url = https://erp.example.org/hook\nsecret_file = /etc/key\n"
	    "timeout = 5\n[webhook here]\nurl = http://127.0.0.1:8000/x\n");
	const struct config_webhook *h;
	size_t i;

	CHECK(c != NULL);
	if (c == NULL)
		return;
	h = config_webhook(c, "erp");
	CHECK(h != NULL && h->timeout == 5);
	CHECK_TEXT(h->secret_file, "/etc/key");
	CHECK(config_webhook(c, "here")->timeout == 20);
	CHECK(config_webhook(c, "there") == NULL);
	CHECK_TEXT(c->webhooks_curl, "/usr/bin/curl");
	for (i = 0; i < COUNT(wrong); i++) {
		CHECK(given(arena_printf(a, START "[webhook erp]\nurl = %s\n",
		    wrong[i])) == NULL);
		CHECK(says("webhook \"erp\""));
	}
	CHECK(given(START "[webhook erp]\nurl = https://a.example\n"
	    "path = x\nsecret_file = key\ntimeout = 99\n") == NULL);
	CHECK(says("no key \"path\"") && says("absolute path") &&
	    says("from 1 to 60"));
}

static void
the_delivered_file_shows_every_key(void)
{
	const char *dir = getenv("top_srcdir"), *key;
	char name[300], line[300], word[80], section[40] = "";
	size_t i;
	FILE *f;
	bool found;

	snprintf(name, sizeof(name), "%s/etc/dossier.conf",
	    dir == NULL ? "." : dir);
	for (i = 0; (key = config_key(i)) != NULL; i++) {
		found = false;
		if ((f = fopen(name, "re")) == NULL) {
			CHECK(f != NULL);
			return;
		}
		while (fgets(line, sizeof(line), f) != NULL) {
			sscanf(line, "[%39[a-z]]", section);
			if (sscanf(line, "#%79[a-z_] =", word) == 1 &&
			    strncmp(key, section, strlen(section)) == 0 &&
			    strcmp(key + strlen(section) + 1, word) == 0 &&
			    strstr(line, " =") != NULL)
				found = true;
		}
		fclose(f);
		if (!found)
			printf("# %s is not explained in %s\n", key, name);
		CHECK(found);
	}
	CHECK(i > 20);
	CHECK(config_read(a, name, &why) == NULL);
	CHECK(says("\"base_url\"") && says("\"timezone\""));
	CHECK(strchr(strchr(why, '\n') + 1, '\n') == NULL);
}

int
main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	a = arena_new();
	RUN(two_keys_are_enough);
	RUN(values_of_every_kind_are_taken);
	RUN(active_directory_has_its_own_defaults);
	RUN(groups_keep_their_order_and_get_the_roles_level);
	RUN(a_mistake_is_named_with_its_line);
	RUN(every_mistake_is_named_at_once);
	RUN(a_wrong_file_floods_nobody);
	RUN(an_address_falls_into_its_parts);
	RUN(addresses_must_be_plain);
	RUN(wrong_groups_are_named);
	RUN(long_lines_and_missing_files_are_refused);
	RUN(webhooks_lead_where_they_were_sent);
	RUN(the_delivered_file_shows_every_key);
	unlink(path);
	arena_free(a);
	return DONE;
}
