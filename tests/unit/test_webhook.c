/* SPDX-License-Identifier: MIT */
/* Another system is asked, over a real wire. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/file.h"
#include "check.h"
#include "domain/course/webhook.h"

static struct ctx cx;
static char folder[] = "/tmp/dossier-hook-XXXXXX";
static char file[4][60];	/* port log says key */
static struct config conf;
static pid_t peer;
static int port;

static void
put(const char *path, const char *text)
{
	FILE *f = fopen(path, "we");

	if (f == NULL || fputs(text, f) < 0 || fclose(f) != 0)
		abort();
}

static void
start(void)
{
	const char *dir = getenv("top_builddir");
	const struct timespec nap = { 0, 20 * 1000 * 1000 };
	char program[300];
	const char *text;
	int i;

	snprintf(program, sizeof(program), "%s/hookpeer",
	    dir == NULL ? "." : dir);
	if ((peer = fork()) == 0) {
		execl(program, program, file[0], file[1], NULL);
		_exit(127);
	}
	for (i = 0; i < 250 && port == 0; i++) {
		nanosleep(&nap, NULL);
		if ((text = file_text(cx.arena, file[0])) != NULL)
			port = atoi(text);
	}
	CHECK(port != 0);
}

static struct webhook_answer
asked(const char *path, const char *body, int timeout)
{
	struct config_webhook h = { .name = "erp", .secret_file = file[3],
	    .timeout = timeout };
	struct webhook_answer a;

	h.url = arena_printf(cx.arena, "http://127.0.0.1:%d%s", port, path);
	webhook_post(&cx, &h, "H-1", body, &a);
	return a;
}

static void
a_call_arrives_signed(void)
{
	const char *body = "{\"name\":\"Müller \\\"\\\\ \n@x\"}";
	unsigned char sum[DIGEST_SIZE];
	struct webhook_answer a;
	const char *text, *log;

	remove(file[1]);
	a = asked("/say/200", body, 5);
	CHECK(a.status == 200 && a.why == NULL);
	CHECK_TEXT(a.body, "{\"paid\":true}");
	log = file_text(cx.arena, file[1]);
	CHECK(log != NULL && strncmp(log, "POST /say/200 ", 14) == 0);
	CHECK(strstr(log, body) != NULL);
	CHECK(strstr(log, "\r\nDossier-Call: H-1\r\n") != NULL);
	CHECK(strstr(log, "\r\nContent-Type: application/json\r\n") != NULL);
	text = arena_printf(cx.arena, "1795521600.%s", body);
	digest_keyed("key word", 8, text, strlen(text), sum);
	CHECK(strstr(log, arena_printf(cx.arena,
	    "\r\nDossier-Signature: sha256=%s\r\n", digest_hex(cx.arena, sum,
	    sizeof(sum)))) != NULL);
}

static void
a_refusal_says_its_status(void)
{
	struct webhook_answer a = asked("/say/404", "{}", 5);

	CHECK(a.status == 404 && strstr(a.why, "404") != NULL);
	CHECK(asked("/say/503", "{}", 5).status == 503);
}

static void
nobody_is_sent_elsewhere(void)
{
	remove(file[1]);
	CHECK(asked("/away", "{}", 5).status == 302);
	CHECK(strstr(file_text(cx.arena, file[1]), "/say/200") == NULL);
}

static void
who_does_not_answer_is_left(void)
{
	struct webhook_answer a;
	struct config_webhook shut = { .name = "erp", .secret_file = "",
	    .url = "http://127.0.0.1:9/", .timeout = 2 };

	a = asked("/deaf", "{}", 1);
	CHECK(a.status == 0 && a.why != NULL);
	webhook_post(&cx, &shut, "H-2", "{}", &a);
	CHECK(a.status == 0 && a.why != NULL);
	shut.secret_file = "/nowhere/key";
	webhook_post(&cx, &shut, "H-2", "{}", &a);
	CHECK(strstr(a.why, "/nowhere/key") != NULL);
	conf.webhooks_curl = "/nowhere/curl";
	webhook_post(&cx, &(struct config_webhook){ .name = "erp",
	    .url = "http://127.0.0.1:9/", .secret_file = "", .timeout = 2 },
	    "H-2", "{}", &a);
	CHECK(strstr(a.why, "/nowhere/curl") != NULL);
	conf.webhooks_curl = "/usr/bin/curl";
}

static void
a_flood_is_not_read(void)
{
	size_t n = 60000;
	char *many = arena_alloc(cx.arena, n + 1);
	struct webhook_answer a;

	memset(many, 'x', n);
	put(file[2], many);
	a = asked("/say/200", "{}", 5);
	CHECK(a.status == 200 && strlen(a.body) == n);
	put(file[2], "{}");
	many = arena_alloc(cx.arena, WEBHOOK_BODY + 2);
	memset(many, '"', WEBHOOK_BODY);
	CHECK(asked("/say/200", many, 10).status == 200);
	many[WEBHOOK_BODY] = '"';
	a = asked("/say/200", many, 10);
	CHECK(a.status == 0 && strstr(a.why, "longer") != NULL);
}

int
main(void)
{
	static const char *const names[] = { "port", "log", "log.says",
	    "key" };
	size_t i;

	if (access("/usr/bin/curl", X_OK) != 0) {
		printf("1..0 # SKIP there is no curl\n");
		return 0;
	}
	if (mkdtemp(folder) == NULL)
		return 1;
	for (i = 0; i < 4; i++)
		snprintf(file[i], sizeof(file[i]), "%s/%s", folder, names[i]);
	digest_start();
	cx.arena = arena_new();
	cx.now = 1795521600;
	cx.lang = "en";
	cx.conf = &conf;
	conf.webhooks_curl = "/usr/bin/curl";
	put(file[2], "{\"paid\":true}");
	put(file[3], "key word\n");
	start();
	RUN(a_call_arrives_signed);
	RUN(a_refusal_says_its_status);
	RUN(nobody_is_sent_elsewhere);
	RUN(who_does_not_answer_is_left);
	RUN(a_flood_is_not_read);
	kill(peer, SIGTERM);
	waitpid(peer, NULL, 0);
	for (i = 0; i < 4; i++)
		remove(file[i]);
	rmdir(folder);
	return DONE;
}
