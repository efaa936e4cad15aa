/* SPDX-License-Identifier: MIT */
/* A mail as text, and the program that takes it. */
#include "domain/course/outbox_mail.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/child.h"
#include "base/config.h"
#include "base/digest.h"
#include "text/message.h"

#define WORD 36			/* bytes of an encoded word; 48 characters */
#define SAID 300		/* bytes of what the program said */

bool
outbox_mail_address(const char *s)
{
	const char *at = strchr(s, '@');
	const unsigned char *p;

	if (at == NULL || at == s || at[1] == '\0' ||
	    strchr(at + 1, '@') != NULL || strlen(s) > 254)
		return false;
	for (p = (const unsigned char *)s; *p != '\0'; p++)
		if (*p <= ' ' || *p >= 0x7f || strchr("()<>[]:;,\\\"", *p))
			return false;
	return true;
}

static bool
is_plain(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || (unsigned char)*s >= 0x7f ||
		    strchr("()<>[]:;@,.\\\"=?", *s) != NULL)
			return false;
	return true;
}

/* The bytes of s that a word takes: whole characters of UTF-8. */
static size_t
word_of(const char *s)
{
	size_t n = strnlen(s, WORD + 1);

	if (n <= WORD)
		return n;
	for (n = WORD; n > WORD - 4 && (s[n] & 0xc0) == 0x80; n--)
		;
	return n;
}

/* RFC 2047: text as it is, or as encoded words on lines of their own. */
static void
put_text(struct ctx *cx, struct buf *b, const char *s)
{
	size_t n;

	if (is_plain(s) && strlen(s) < 60) {
		buf_text(b, s);
		return;
	}
	for (; (n = word_of(s)) > 0; s += n)
		buf_printf(b, "=?utf-8?B?%s?=%s",
		    digest_base64(cx->arena, s, n), s[n] == '\0' ? "" :
		    "\n ");
}

static void
put_body(struct ctx *cx, struct buf *b, const char *s)
{
	size_t left = strlen(s), n;

	for (; left > 0; s += n, left -= n) {
		n = left < 57 ? left : 57;
		buf_printf(b, "%s\n", digest_base64(cx->arena, s, n));
	}
}

/* RFC 5322 section 3.3, in English whatever the locale says. */
static void
put_date(struct buf *b, int64_t now)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu",
	    "Fri", "Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May",
	    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t t = (time_t)now;
	struct tm tm;

	gmtime_r(&t, &tm);
	buf_printf(b, "Date: %s, %d %s %d %02d:%02d:%02d +0000\n",
	    days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
	    tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

const char *
outbox_mail_write(struct ctx *cx, const struct outbox_mail *m)
{
	const char *host = strchr(cx->conf->mail_from, '@') + 1, *out;
	unsigned char word[12];
	struct buf b = { 0 };

	digest_random(word, sizeof(word));
	buf_text(&b, "From: ");
	put_text(cx, &b, cx->conf->site_name);
	buf_printf(&b, "\n <%s>\nTo: ", cx->conf->mail_from);
	put_text(cx, &b, m->to_name);
	buf_printf(&b, "\n <%s>\nSubject: ", m->to);
	put_text(cx, &b, m->subject);
	buf_char(&b, '\n');
	put_date(&b, cx->now);
	buf_printf(&b, "Message-ID: <%s@%s>\n", digest_hex(cx->arena, word,
	    sizeof(word)), host);
	/* RFC 3834: no absence notice shall answer it. */
	buf_text(&b, "Auto-Submitted: auto-generated\n"
	    "MIME-Version: 1.0\n"
	    "Content-Type: text/plain; charset=utf-8\n"
	    "Content-Transfer-Encoding: base64\n\n");
	put_body(cx, &b, m->text);
	out = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return out;
}

/* What the program said, in one line, for whatever store keeps it. */
static const char *
words(struct ctx *cx, const struct buf *said)
{
	struct buf b = { 0 };
	const char *out;
	size_t i;
	char c;

	for (i = 0; i < said->len && b.len < SAID; i++) {
		c = said->data[i];
		if (c == '\n' || c == '\r' || c == '\t')
			c = ' ';
		if (c == ' ' && (b.len == 0 || b.data[b.len - 1] == ' '))
			continue;
		buf_char(&b, c < ' ' || c > '~' ? '?' : c);
	}
	while (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	out = b.len == 0 ? "" : arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
	return out;
}

/* As programs that take mail end (sysexits.h): 65 and 67 speak of what was
 * handed to them and of the address, all else of their own trouble. */
static enum outbox_mail_end
judge(struct ctx *cx, int status, const char *said, const char **why)
{
	const char *program = cx->conf->mail_sendmail;

	if (status == 0)
		return OUTBOX_MAIL_SENT;
	*why = *said == '\0' ?
	    arena_printf(cx->arena, _("%s did not take the mail "
	    "(status %d)."), program, status) :
	    arena_printf(cx->arena, _("%s did not take the mail "
	    "(status %d): %s"), program, status, said);
	return status == 65 || status == 67 ? OUTBOX_MAIL_NEVER :
	    OUTBOX_MAIL_LATER;
}

enum outbox_mail_end
outbox_mail_send(struct ctx *cx, const struct outbox_mail *m,
    const char **why)
{
	const char *program = cx->conf->mail_sendmail;
	const char *const argv[] = { program, "-t", "-i", "-f",
	    cx->conf->mail_from, NULL };
	struct buf said = { 0 };
	struct child c = { .argv = argv, .seconds = cx->conf->mail_timeout,
	    .complaints = &said };
	enum outbox_mail_end end = OUTBOX_MAIL_LATER;
	int status;

	c.input = outbox_mail_write(cx, m);
	c.len = strlen(c.input);
	switch (child_run(&c, &status)) {
	case CHILD_NONE:
		*why = arena_printf(cx->arena, _("%s cannot be run: %s."),
		    program, strerror(status));
		break;
	case CHILD_LATE:
		*why = arena_printf(cx->arena,
		    _("%s did not answer in time."), program);
		break;
	case CHILD_DONE:
		end = judge(cx, status, words(cx, &said), why);
		break;
	}
	buf_free(&said);
	return end;
}
