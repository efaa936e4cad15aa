/* SPDX-License-Identifier: MIT */
/* Cases of patients in FHIR: rows become resources and rows again, and what a
 * file brought leaves as it came. */
#include <stdlib.h>
#include <unistd.h>

#include "check.h"
#include "dice.h"
#include "domain/desk/fhir.h"
#include "domain/desk/fhir_fact.h"
#include "domain/desk/fhir_tree.h"
#include "domain/dossier/fact.h"
#include "domain/people/compartment.h"
#include "seen.h"
#include "store/db.h"
#include "store/store_fhir.h"
#include "world.h"
#include "xml/fhircheck.h"

#define ANKLE "C-2026-10000061"
#define OTHER "C-2026-10000087"

static void
patient(const char *number)
{
	must(db_run(&cx, "INSERT INTO party (dossier, no, person, role,"
	    " added) VALUES ((SELECT id FROM dossier WHERE number = $1),"
	    " 900, (SELECT id FROM person WHERE number = 'P-20000001'),"
	    " 'patient', $now)", db_t(number)));
}

static void
begun(void)
{
	struct compartment *c;

	given();
	as("ada");
	must(compartment_open(&cx, "medical", &c));
	must(compartment_admit(&cx, c, "mia", 0, "Nurse"));
	as("mia");
	cx.zone = "Europe/Zurich";
	patient(ANKLE);
	patient(OTHER);
}

static struct fhir_file *
file_of(const char *text, size_t len)
{
	char path[] = "/tmp/test_fhir.XXXXXX";
	struct fhir_file *f = NULL;
	int fd = mkstemp(path);

	CHECK(fd >= 0 && write(fd, text, len) == (ssize_t)len);
	close(fd);
	must(fhir_read(&cx, path, "some.xml", &f));
	unlink(path);
	return f;
}

static const char *
given_out(struct dossier *d)
{
	struct buf b = { 0 };
	unsigned int what = 0;
	const char *text;

	must(fhir_give(&cx, d, &b, &what));
	text = arena_textn(cx.arena, b.data, b.len);
	buf_free(&b);
	return text;
}

static struct fhir_file *
taken(struct dossier *d, const char *text)
{
	struct fhir_file *f = file_of(text, strlen(text));

	cx.act = NULL;
	cx.mistakes = NULL;
	must(fhir_take(&cx, d, f, true));
	return f;
}

static const char *
day(void)
{
	static const char *const days[] = { "", "2019", "2019-05",
	    "2019-05-17", "2020-02-29" };

	return days[dice(5)];
}

static const char *
text(bool needed)
{
	static const char *const texts[] = { "Asthma", "a <b> & \"c\"",
	    "Größe 喘息", "two\nlines", "" };
	const char *t = texts[dice(needed ? 3 : 5)];

	return t;
}

/* Something that a form would take. */
static void
any(enum fact_kind kind, const char *v[FACT_PLACES])
{
	const struct fact_choice *c;
	const struct fact_field *f;
	int i, n;

	for (i = 0; i < FACT_PLACES; i++)
		v[i] = "";
	for (i = 0; i < (int)fact_field_places(kind); i++) {
		f = fact_field(kind, (enum fact_place)i);
		if (f->form == FACT_LINES ||
		    (f->form == FACT_LINE && i != FACT_CODE))
			v[i] = text(f->needed);
		if (f->form == FACT_LINE && strchr(v[i], '\n') != NULL)
			v[i] = "";
		if (f->form == FACT_CHOICE) {
			for (n = 0, c = f->choices; c->code != NULL; c++)
				n++;
			n = dice(n + !f->needed);
			v[i] = f->choices[n].code == NULL ? "" :
			    f->choices[n].code;
			if (strcmp(v[i], FACT_ERROR) == 0)
				v[i] = f->choices[0].code;
		}
		if (f->form == FACT_DAY)
			v[i] = day();
	}
	v[FACT_CODE] = v[FACT_SYSTEM][0] == '\0' ? "" : "J45.9";
	v[FACT_ENDS] = v[FACT_BEGINS];
	if (kind == FACT_ENCOUNTER) {
		v[FACT_BEGINS] = "2026-03-02T09:15";
		v[FACT_ENDS] = dice(2) ? "" : "2026-07-02T09:45";
		v[ENCOUNTER_APPOINTMENT] = v[ENCOUNTER_PERSON] = "";
	}
	if (kind == FACT_PROBLEM && v[FACT_ENDS][0] != '\0')
		v[FACT_STATUS] = "resolved";
	if (kind == FACT_MEDICATION)
		v[FACT_WHY] = "It did not help";
	if (kind == FACT_ALERT && v[FACT_STATUS][0] == '\0')
		v[FACT_STATUS] = "active";
}

static bool
alike(enum fact_kind kind, const char *const a[FACT_PLACES],
    const char *const b[FACT_PLACES])
{
	bool same = true;
	int i;

	for (i = 0; i < (int)fact_field_places(kind); i++)
		if (strcmp(a[i], b[i]) != 0) {
			printf("# %s.%s: “%s” and “%s”\n",
			    fact_field_noun(kind), fact_field(kind,
			    (enum fact_place)i)->name, a[i], b[i]);
			same = false;
		}
	return same;
}

static void
what_is_written_is_read_again_and_is_fhir(void)
{
	struct reader_fault *faults = NULL;
	const char *v[FACT_PLACES], *w[FACT_PLACES];
	struct fhircheck check;
	struct reader_node *n;
	int i, k;

	begun();
	for (i = 0; i < 400; i++) {
		k = i % FACT_KINDS;
		any((enum fact_kind)k, v);
		/* over whatever was there before */
		n = fhir_tree_new(cx.arena, fhir_fact_resource(
		    (enum fact_kind)k));
		if (i % 10 >= FACT_KINDS) {
			any((enum fact_kind)k, w);
			fhir_fact_write(&cx, (enum fact_kind)k, n, w);
		}
		fhir_fact_write(&cx, (enum fact_kind)k, n, v);
		fhir_fact_read(&cx, (enum fact_kind)k, n, w);
		CHECK(alike((enum fact_kind)k, v, w));
		fhir_tree_set(cx.arena, n, arena_printf(cx.arena,
		    "%s/display", fhir_fact_subject((enum fact_kind)k)),
		    "Somebody");
		faults = NULL;
		check = (struct fhircheck){ .arena = cx.arena, .long_arena =
		    cx.arena, .file = "x", .faults = &faults };
		CHECK(fhircheck_resource(&check, n));
		if (faults != NULL)
			CHECK_TEXT(faults->text, "");
	}
}

static void
rows_that_leave_come_in_again_as_they_were(void)
{
	struct dossier *a, *b;
	const char *v[FACT_PLACES], *x[FACT_PLACES], *y[FACT_PLACES];
	struct fact *f, *g;
	struct fhir_file *file;
	const char *once;
	int i, k;

	begun();
	a = opened_as("mia", ANKLE);
	for (i = 0; i < 40; i++) {
		any((enum fact_kind)(i % FACT_KINDS), v);
		cx.act = NULL;
		must(fact_act_add(&cx, a, (enum fact_kind)(i % FACT_KINDS),
		    v, &f));
	}
	once = given_out(a);
	b = opened_as("mia", OTHER);
	CHECK(taken(b, once)->fates[FHIR_NEW] == 40);
	for (k = 0; k < FACT_KINDS; k++) {
		must(fact_list(&cx, a, (enum fact_kind)k, 0, 100, &f));
		must(fact_list(&cx, b, (enum fact_kind)k, 0, 100, &g));
		for (i = 0; f != NULL && g != NULL; f = f->next,
		    g = g->next, i++) {
			fact_show_typed(&cx, f, x);
			fact_show_typed(&cx, g, y);
			CHECK(alike((enum fact_kind)k, x, y));
		}
		CHECK(f == NULL && g == NULL && i == 8);
	}
	CHECK_TEXT(given_out(b), once);
	file = taken(b, once);
	CHECK(file->fates[FHIR_KNOWN] == file->n);
	CHECK_TEXT(given_out(b), once);
}

static const char record[] =
    "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"collection\"/>"
    "<entry><fullUrl value=\"urn:p\"/><resource><Patient>"
    "<id value=\"p\"/><name><family value=\"Jansen\"/></name></Patient>"
    "</resource></entry><entry><resource><Condition><id value=\"c\"/>"
    "<text><status value=\"generated\"/><div"
    " xmlns=\"http://www.w3.org/1999/xhtml\">Burnt <b>ear</b></div></text>"
    "<extension url=\"urn:x\"><valueBoolean value=\"true\"/></extension>"
    "<clinicalStatus><coding><system value=\"http://terminology.hl7.org/"
    "CodeSystem/condition-clinical\"/><code value=\"active\"/></coding>"
    "</clinicalStatus><code><coding><system value=\"http://example.org\"/>"
    "<code value=\"ear\"/></coding><coding><system"
    " value=\"http://snomed.info/sct\"/><code value=\"39065001\"/><display"
    " value=\"Burn of ear\"/></coding></code><subject><reference"
    " value=\"urn:p\"/></subject><onsetDateTime"
    " value=\"2012-05-24T00:00:00+00:00\"/></Condition></resource></entry>"
    "<entry><resource><Observation><status value=\"final\"/><code><text"
    " value=\"Weight\"/></code><subject><reference value=\"Patient/p\"/>"
    "</subject></Observation></resource></entry></Bundle>";

static void
what_is_not_understood_leaves_as_it_came(void)
{
	const char *v[FACT_PLACES], *out;
	struct fhir_kept *kept;
	struct fhir_file *f;
	struct dossier *d;
	struct fact *x;

	begun();
	d = opened_as("mia", ANKLE);
	f = taken(d, record);
	CHECK(f->fates[FHIR_NEW] == 1);
	CHECK(f->fates[FHIR_KEPT] == 2);
	must(fact_list(&cx, d, FACT_PROBLEM, 0, 10, &x));
	CHECK(x != NULL && x->next == NULL);
	CHECK_TEXT(x->value[FACT_WORDS], "Burn of ear");
	CHECK_TEXT(x->value[FACT_CODE], "39065001");
	CHECK_TEXT(x->value[FACT_BEGINS], "2012-05-24");
	out = given_out(d);
	CHECK(strstr(out, "Burnt <b>ear</b>") != NULL);
	CHECK(strstr(out, "value=\"2012-05-24T00:00:00+00:00\"") != NULL);
	CHECK(strstr(out, "<url value=\"urn:x\"") == NULL &&
	    strstr(out, "url=\"urn:x\"") != NULL);
	CHECK(strstr(out, "value=\"Weight\"") != NULL);
	/* what is changed here is what leaves, and nothing else changes */
	fact_show_typed(&cx, x, v);
	v[FACT_NOTE] = "Heals well";
	cx.act = NULL;
	must(fact_act_change(&cx, d, x, v, x->version));
	out = given_out(d);
	CHECK(strstr(out, "<text value=\"Heals well\"/>") != NULL);
	CHECK(strstr(out, "Burnt <b>ear</b>") != NULL);
	must(store_fhir_list(&cx, d, &kept));
	CHECK(kept != NULL && strcmp(kept->type, "Patient") == 0 &&
	    kept->next->no == x->no);
}

static void
refused(const char *body, const char *why)
{
	char path[] = "/tmp/test_fhir.XXXXXX";
	struct fhir_file *f = NULL;
	int fd = mkstemp(path);

	CHECK(fd >= 0 && write(fd, body, strlen(body)) > 0);
	close(fd);
	CHECK(fhir_read(&cx, path, "some.xml", &f) == ERR_INVALID);
	CHECK_TEXT(cx.why, why);
	cx.why = NULL;
	unlink(path);
}

static void
a_file_is_about_one_patient(void)
{
	begun();
	refused("<Bundle xmlns=\"http://hl7.org/fhir\"><type"
	    " value=\"collection\"/><entry><resource><Patient/></resource>"
	    "</entry><entry><resource><Patient/></resource></entry></Bundle>",
	    "some.xml is about more than one patient. Take one at a time.");
	refused("<Bundle xmlns=\"http://hl7.org/fhir\"><type"
	    " value=\"collection\"/><entry><resource><Patient><id"
	    " value=\"a\"/></Patient></resource></entry><entry><resource>"
	    "<Flag><id value=\"f\"/><status value=\"active\"/><code><text"
	    " value=\"x\"/></code><subject><reference value=\"Patient/b\"/>"
	    "</subject></Flag></resource></entry></Bundle>",
	    "some.xml: the Flag “f” is about somebody else than its patient. "
	    "Take one patient at a time.");
	refused("<Patient xmlns=\"http://hl7.org/fhir\"><x/></Patient>",
	    "some.xml:1: “Patient” has no element “x” in FHIR R4.");
}

static void
nobody_takes_in_what_is_of_another_unasked(void)
{
	struct fhir_file *f;
	struct dossier *d;

	begun();
	d = opened_as("mia", ANKLE);
	f = file_of(record, strlen(record));
	CHECK(fhir_take(&cx, d, f, false) == ERR_INVALID);
	CHECK_TEXT(cx.why, "Say that it is about the patient of this case.");
}

int
main(void)
{
	RUN(what_is_written_is_read_again_and_is_fhir);
	RUN(rows_that_leave_come_in_again_as_they_were);
	RUN(what_is_not_understood_leaves_as_it_came);
	RUN(a_file_is_about_one_patient);
	RUN(nobody_takes_in_what_is_of_another_unasked);
	return DONE;
}
