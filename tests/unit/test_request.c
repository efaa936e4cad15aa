/* SPDX-License-Identifier: MIT */
#include "base/count.h"
#include "check.h"
#include "wired.h"

static enum err
nothing(struct request *r)
{
	(void)r;
	return OK;
}

static const struct route routes[] = {
	{ GET, "/", RIGHT_STAFF, 0, NULL, nothing },
	{ GET, "/dossiers/{number}", RIGHT_STAFF, LEVEL_READ, NULL, nothing },
	{ GET, "/dossiers/{number}/tasks/{no}", RIGHT_STAFF, LEVEL_READ, NULL,
	    nothing },
	{ POST, "/dossiers/{number}/tasks/{no}", RIGHT_STAFF, LEVEL_WORK,
	    NULL, nothing },
	{ GET, "/people/{person}", RIGHT_STAFF, 0, NULL, nothing },
	{ GET, "/people/new", RIGHT_STAFF, 0, NULL, nothing },
	{ POST, "/sent", RIGHT_STAFF, 0, NULL, nothing },
	{ 0 }
};

static char method[40], uri[3000], more[3000];
static const char *allow;

/* Takes the address and finds its route. */
static enum err
asked(const char *m, const char *address)
{
	static char *params[] = { method, uri, more, NULL };

	snprintf(method, sizeof(method), "REQUEST_METHOD=%s", m);
	snprintf(uri, sizeof(uri), "REQUEST_URI=%s", address);
	wired(routes, "", 0, params);
	return taken != OK ? taken : request_route(&rq, &allow);
}

static void
paths_find_their_routes(void)
{
	snprintf(more, sizeof(more), "CONTENT_LENGTH=0");
	CHECK(asked("GET", "/") == OK && rq.route == &routes[0]);
	CHECK(asked("GET", "/?a=b") == OK && rq.route == &routes[0]);
	CHECK(asked("HEAD", "/") == OK && rq.state->head);
	CHECK(asked("GET", "/dossiers/C-2026-10000061?x=/y/z") == OK);
	CHECK_TEXT(rq.number, "C-2026-10000061");
	CHECK(rq.level == LEVEL_READ && rq.no == 0);
	CHECK(asked("POST", "/dossiers/C-1/tasks/12") == OK);
	CHECK(rq.level == LEVEL_WORK && rq.no == 12);
	CHECK_TEXT(rq.number, "C-1");
	CHECK(asked("GET", "/people/P-48392070") == OK);
	CHECK_TEXT(request_part(&rq, "person"), "P-48392070");
	CHECK_TEXT(request_part(&rq, "other"), "");
	CHECK(asked("GET", "/people/new") == OK && rq.route == &routes[5]);
	CHECK(asked("GET", "/dossiers/%43-1") == OK);
	CHECK_TEXT(rq.number, "C-1");
}

/* The path of base_url is taken off; what lies beside it is not ours. */
static void
paths_lie_below_that_of_the_site(void)
{
	static const char *const outside[] = {
		"/", "/people/new", "/a", "/a/", "/a/bc", "/a/b.", "/a/b%2Fx",
		"/%61/b/people/new", "/A/b/people/new", "/x/a/b/people/new",
		"//a/b/people/new", "", NULL
	};
	static char *joined[] = { "REQUEST_METHOD=GET", "SCRIPT_NAME=/a/b",
	    "PATH_INFO=/people/new", "CONTENT_LENGTH=", NULL };
	size_t i;

	wired_conf.base_path = "/a/b";
	CHECK(asked("GET", "/a/b/people/new?x=1") == OK);
	CHECK(rq.route == &routes[5]);
	CHECK_TEXT(rq.path, "/people/new");
	CHECK_TEXT(request_address(&rq), "/people/new?x=1");
	CHECK(asked("GET", "/a/b") == OK && rq.route == &routes[0]);
	CHECK_TEXT(request_address(&rq), "/");
	CHECK(asked("GET", "/a/b/") == OK && rq.route == &routes[0]);
	CHECK(asked("GET", "/a/b?x") == OK && rq.route == &routes[0]);
	for (i = 0; outside[i] != NULL; i++) {
		if (asked("GET", outside[i]) != ERR_MISSING)
			printf("# %s\n", outside[i]);
		CHECK(asked("GET", outside[i]) == ERR_MISSING);
	}
	CHECK(asked("GET", "/a/b/a/b/people/new") == ERR_MISSING);
	CHECK(asked("GET", "/a/b/../b/people/new") == ERR_REQUEST);
	CHECK(asked("GET", "/a/b//people/new") == ERR_REQUEST);
	wired(routes, "", 0, joined);
	CHECK(taken == OK);
	CHECK_TEXT(rq.path, "/people/new");
	wired_conf.base_path = "";
}

static void
unknown_paths_are_missing(void)
{
	static const char *const wrong[] = {
		"/nothing", "/dossiers", "/dossiers/a%20b", "/dossiers/a/b/c/d",
		"/dossiers/C-1/tasks/0", "/dossiers/C-1/tasks/-1",
		"/dossiers/C-1/tasks/01", "/dossiers/C-1/tasks/1x",
		"/dossiers/C-1/tasks/9999999999999999999",
		"/dossiers/C-1/tasks/18446744073709551617",
		"/dossiers/\xe3\x82\xb1", "/people/aaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "/dossiers/C'--1",
		NULL
	};
	size_t i;

	for (i = 0; wrong[i] != NULL; i++) {
		if (asked("GET", wrong[i]) != ERR_MISSING)
			printf("# %s\n", wrong[i]);
		CHECK(asked("GET", wrong[i]) == ERR_MISSING);
		CHECK(allow == NULL && rq.number[0] == '\0');
	}
}

static void
hostile_paths_are_refused(void)
{
	static const char *const wrong[] = {
		"", "x", "//", "//evil.example", "/a//b", "/a/", "/../etc",
		"/a/../b", "/a/%2e%2e/b", "/a/./b", "/a/%00", "/a%0", "/a%",
		"/a%zz", "/a/%ff", "/a/%c0%af", "/a\\b", "/a%5cb",
		"http://x/", "*", NULL
	};
	char longest[2200];
	size_t i;

	for (i = 0; wrong[i] != NULL; i++) {
		if (asked("GET", wrong[i]) != ERR_REQUEST)
			printf("# %s\n", wrong[i]);
		CHECK(asked("GET", wrong[i]) == ERR_REQUEST);
	}
	memset(longest, 'a', sizeof(longest));
	longest[0] = '/';
	longest[2100] = '\0';
	CHECK(asked("GET", longest) == ERR_REQUEST);
}

static void
another_method_is_told_which_are_allowed(void)
{
	CHECK(asked("POST", "/") == ERR_METHOD);
	CHECK_TEXT(allow, "GET, HEAD");
	CHECK(asked("GET", "/sent") == ERR_METHOD);
	CHECK_TEXT(allow, "POST");
	CHECK(asked("DELETE", "/dossiers/C-1/tasks/1") == ERR_METHOD);
	CHECK_TEXT(allow, "GET, HEAD, POST");
	CHECK(asked("POST", "/people/new") == ERR_METHOD);
	CHECK_TEXT(allow, "GET, HEAD");
	CHECK(asked("PUT", "/nothing") == ERR_MISSING);
	CHECK(asked("", "/") == ERR_METHOD);
}

static void
lengths_are_taken_strictly(void)
{
	static const char *const wrong[] = {
		"-1", "+1", "1 ", " 1", "0x10", "1e3", "1,2", "abc",
		"99999999999999999999999999", NULL
	};
	size_t i;

	for (i = 0; wrong[i] != NULL; i++) {
		snprintf(more, sizeof(more), "CONTENT_LENGTH=%s", wrong[i]);
		CHECK(asked("POST", "/sent") == ERR_REQUEST);
	}
	snprintf(more, sizeof(more), "CONTENT_LENGTH=");
	CHECK(asked("POST", "/sent") == ERR_REQUEST);
	CHECK(asked("GET", "/") == OK);
	snprintf(more, sizeof(more), "CONTENT_LENGTH=12");
	CHECK(asked("POST", "/sent") == OK && rq.state->length == 12);
}

static void
boundaries_are_taken_strictly(void)
{
	static char *params[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/sent",
	    "CONTENT_LENGTH=0", more, NULL };
	static const struct { const char *type, *boundary; } cases[] = {
		{ "multipart/form-data; boundary=abc", "abc" },
		{ "Multipart/Form-Data; charset=x; boundary=\"a b\"", NULL },
		{ "multipart/form-data; BOUNDARY=\"a:b\"; x=y", "a:b" },
		{ "multipart/form-data", NULL },
		{ "multipart/form-data; boundary=", NULL },
		{ "multipart/form-data; boundary=\xc3\xa4", NULL },
		{ "multipart/form-data; boundary=a123456789a123456789a123456"
		    "789a123456789a123456789a123456789a123456789b", NULL },
		{ "text/plain; boundary=abc", "" },
	};
	size_t i;

	for (i = 0; i < COUNT(cases); i++) {
		snprintf(more, sizeof(more), "CONTENT_TYPE=%s",
		    cases[i].type);
		wired(routes, "", 0, params);
		if (cases[i].boundary == NULL) {
			CHECK(taken == ERR_REQUEST);
			continue;
		}
		CHECK(taken == OK);
		CHECK_TEXT(rq.state->boundary, cases[i].boundary);
	}
}

static void
cookies_are_found_by_their_whole_name(void)
{
	static char *params[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/",
	    "HTTP_COOKIE=xdossier=1; dossier_notice=2;dossier=3; dossier=4",
	    NULL };

	wired(routes, "", 0, params);
	CHECK_TEXT(request_cookie(&rq, "dossier"), "3");
	CHECK_TEXT(request_cookie(&rq, "dossier_notice"), "2");
	CHECK_TEXT(request_cookie(&rq, "doss"), "");
	CHECK_TEXT(request_cookie(&rq, "none"), "");
}

static void
too_many_parameters_are_refused(void)
{
	static char big[300 * 1024];
	static char *params[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/", big,
	    NULL };

	memset(big, 'a', sizeof(big) - 1);
	wired(routes, "", 0, params);
	CHECK(taken == ERR_LARGE);
}

static void
without_the_address_the_parts_of_cgi_count(void)
{
	static char *params[] = { "REQUEST_METHOD=GET", "SCRIPT_NAME=/people",
	    "PATH_INFO=/new", "QUERY_STRING=a=b", NULL };

	wired(routes, "", 0, params);
	CHECK(taken == OK);
	CHECK_TEXT(rq.path, "/people/new");
	CHECK_TEXT(request_address(&rq), "/people/new?a=b");
}

int
main(void)
{
	RUN(paths_find_their_routes);
	RUN(paths_lie_below_that_of_the_site);
	RUN(unknown_paths_are_missing);
	RUN(hostile_paths_are_refused);
	RUN(another_method_is_told_which_are_allowed);
	RUN(lengths_are_taken_strictly);
	RUN(boundaries_are_taken_strictly);
	RUN(cookies_are_found_by_their_whole_name);
	RUN(too_many_parameters_are_refused);
	RUN(without_the_address_the_parts_of_cgi_count);
	return DONE;
}
